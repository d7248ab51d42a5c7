namespace StoryBot.Core.Knowledge.Snapshots;

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
