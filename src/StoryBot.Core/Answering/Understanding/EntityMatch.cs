namespace StoryBot.Core.Answering.Understanding;

/// <summary>How an entity was recognised, surest first.</summary>
public enum EntityMatch
{
    /// <summary>By its name.</summary>
    Name,

    /// <summary>By an alias.</summary>
    Alias,

    /// <summary>By a misspelling of either.</summary>
    Typo,

    /// <summary>By a role.</summary>
    Role,

    /// <summary>From an earlier turn of the thread.</summary>
    Context,
}
