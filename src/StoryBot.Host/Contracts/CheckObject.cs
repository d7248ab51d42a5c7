using System.Text.Json;

namespace StoryBot.Host.Contracts;

/// <summary>What the knowledge says of a statement, as programs read it. The order of the properties is the order in the output.</summary>
internal sealed record CheckObject
{
    public JsonElement? Id { get; init; }

    public required string Statement { get; init; }

    public required string Story { get; init; }

    /// <summary>supported, contradicted, disputed, partly or not-in-knowledge.</summary>
    public required string Verdict { get; init; }

    /// <summary>The whole reply as plain text with [1] markers.</summary>
    public required string Text { get; init; }

    /// <summary>What the statement says, one thing each.</summary>
    public required IReadOnlyList<CheckPartObject> Parts { get; init; }

    /// <summary>What the parts cite, numbered through from 1.</summary>
    public required IReadOnlyList<CitationObject> Citations { get; init; }

    public required string AsOf { get; init; }

    public required string Knowledge { get; init; }

    public required double ElapsedMs { get; init; }
}

/// <summary>One thing that a statement says, the verdict on it, and what the knowledge has instead or besides.</summary>
internal sealed record CheckPartObject(string Text, string Verdict, IReadOnlyList<SentenceObject> Sentences);
