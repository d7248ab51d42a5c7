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

/// <summary>A document that records cite. Immutable.</summary>
public sealed record Source
{
    /// <summary>The source's id in its story.</summary>
    public required SourceId Id { get; init; }

    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>Who wrote it, where known.</summary>
    public string? Author { get; init; }

    /// <summary>When it was published, where known.</summary>
    public StoryDate? Published { get; init; }

    /// <summary>Where it can be read, where known: an absolute http or https address.</summary>
    public Uri? Url { get; init; }

    /// <summary>How close it is to the fact.</summary>
    public required SourceGrade Grade { get; init; }

    /// <summary>True when its figures stand but its wording is not to be quoted (<c>wording: unreliable</c>).</summary>
    public bool WordingUnreliable { get; init; }

    /// <summary>The curators' remark, where there is one.</summary>
    public string? Note { get; init; }
}

/// <summary>One paragraph of a source's full text.</summary>
public sealed record Passage(PassageId Id, string Text);
