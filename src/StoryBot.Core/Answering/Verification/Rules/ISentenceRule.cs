namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>One thing that must be so of a sentence and what it cites.</summary>
internal interface ISentenceRule
{
    /// <summary>The rule's name in logs; never reused for another rule.</summary>
    string Id { get; }

    /// <summary>What is wrong, in a few words; null when the sentence keeps the rule.</summary>
    string? FindFault(CheckedSentence sentence);
}
