namespace StoryBot.Host.Contracts;

/// <summary>A digest, as programs read it. The order of the properties is the order in the output.</summary>
internal sealed record DigestObject
{
    public required string Story { get; init; }

    /// <summary>The moment after which it tells what changed (ISO 8601); null for an overview.</summary>
    public required string? Since { get; init; }

    /// <summary>Whether there is nothing to tell.</summary>
    public required bool Empty { get; init; }

    /// <summary>The whole digest as plain text with [1] markers.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<DigestSectionObject> Sections { get; init; }

    /// <summary>What the sections cite, numbered through from 1.</summary>
    public required IReadOnlyList<CitationObject> Citations { get; init; }

    public required string AsOf { get; init; }

    public required string Knowledge { get; init; }
}

/// <summary>A part of a digest: what the knowledge says now and, where it changed, what it said before.</summary>
internal sealed record DigestSectionObject(string Heading, IReadOnlyList<SentenceObject> Sentences, IReadOnlyList<SentenceObject> Before, string? Note);
