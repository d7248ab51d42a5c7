namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>How close a source is to the fact.</summary>
public enum SourceGrade
{
    /// <summary>A party's own document, read by the curators.</summary>
    A,

    /// <summary>An agency or established outlet.</summary>
    B,

    /// <summary>A repost, or an address that others attest.</summary>
    C,
}
