namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// Where a record's support stands: a source, a paragraph where it has them, and the words. Exactly one of
/// <see cref="Excerpt"/> and <see cref="Gist"/> is set.
/// </summary>
public sealed record Evidence
{
    /// <summary>The source.</summary>
    public required SourceId Source { get; init; }

    /// <summary>The paragraph, counted from 1, where the source has paragraphs.</summary>
    public int? Paragraph { get; init; }

    /// <summary>The source's own words, verbatim.</summary>
    public string? Excerpt { get; init; }

    /// <summary>What the source says in the project's own words, for a source whose wording is unreliable.</summary>
    public string? Gist { get; init; }

    /// <summary>Whichever of the two there is.</summary>
    public string Text => Excerpt ?? Gist ?? string.Empty;
}
