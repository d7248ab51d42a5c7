namespace StoryBot.Core.Chat;

/// <summary>What a reader finds wrong with an answer.</summary>
public enum FeedbackReason
{
    /// <summary>A citation does not hold what it is cited for.</summary>
    WrongSource,

    /// <summary>A figure is wrong.</summary>
    WrongNumber,

    /// <summary>It was so, and is so no more.</summary>
    Outdated,

    /// <summary>Something is missing.</summary>
    Missing,
}
