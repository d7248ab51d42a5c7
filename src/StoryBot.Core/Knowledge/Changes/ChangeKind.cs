namespace StoryBot.Core.Knowledge.Changes;

/// <summary>What became of a record between two states of the knowledge.</summary>
public enum ChangeKind
{
    /// <summary>It was not there, or not to be seen, before.</summary>
    New,

    /// <summary>It says something else than before.</summary>
    Changed,

    /// <summary>The curators took it back.</summary>
    Retracted,

    /// <summary>It was there and is not any more.</summary>
    Removed,
}
