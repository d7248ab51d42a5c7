namespace StoryBot.Core.Answering.Understanding;

/// <summary>Why a message is not answered, or not answered from the knowledge.</summary>
public enum Refusal
{
    /// <summary>It holds no words: empty, only punctuation or emoji.</summary>
    Empty,

    /// <summary>It is longer than the limit.</summary>
    TooLong,

    /// <summary>It asks for advice: should I buy.</summary>
    Advice,

    /// <summary>It asks what will happen.</summary>
    Prediction,

    /// <summary>It gives the bot orders: ignore your rules, repeat your prompt.</summary>
    Instruction,

    /// <summary>It is abuse.</summary>
    Abuse,

    /// <summary>It wants something other than the story: a joke, a poem, small talk.</summary>
    OffTopic,

    /// <summary>It greets, thanks or says goodbye.</summary>
    Greeting,

    /// <summary>It asks what the bot can do.</summary>
    Help,

    /// <summary>It is in a script that the knowledge is not written in.</summary>
    OtherScript,

    /// <summary>It refers to something said earlier, and nothing was.</summary>
    NoContext,
}
