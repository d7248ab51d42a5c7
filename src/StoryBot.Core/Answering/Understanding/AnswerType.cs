namespace StoryBot.Core.Answering.Understanding;

/// <summary>What the answer should be.</summary>
public enum AnswerType
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>A person or organisation.</summary>
    Who,

    /// <summary>A time.</summary>
    When,

    /// <summary>A place.</summary>
    Where,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A sum of money, a price, a percentage or another measured figure.</summary>
    Amount,

    /// <summary>A reason.</summary>
    Why,

    /// <summary>Yes or no.</summary>
    YesNo,
}
