namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>Where a record stands with the curators.</summary>
public enum ReviewState
{
    /// <summary>Not checked yet: never answered from.</summary>
    Draft,

    /// <summary>Checked: answered from.</summary>
    Reviewed,

    /// <summary>Withdrawn: answered only by saying that it was withdrawn.</summary>
    Retracted,
}
