using System.Text.Json;

namespace StoryBot.Host.Contracts;

/// <summary>One answer as programs read it. The order of the properties is the order in the output.</summary>
internal sealed record AnswerObject
{
    /// <summary>The id of the question's line, as it came; "q1" for a single question.</summary>
    public JsonElement? Id { get; init; }

    public required string Question { get; init; }

    public required string Story { get; init; }

    /// <summary>answered, abstained, refused, clarify or unavailable.</summary>
    public required string Verdict { get; init; }

    /// <summary>The whole answer as plain text with [1] markers.</summary>
    public required string Text { get; init; }

    /// <summary>The statements of the answer, each with the numbers of its citations.</summary>
    public required IReadOnlyList<SentenceObject> Sentences { get; init; }

    public required IReadOnlyList<CitationObject> Citations { get; init; }

    public required IReadOnlyList<string> Suggestions { get; init; }

    /// <summary>The date that the answer holds for.</summary>
    public required string AsOf { get; init; }

    /// <summary>The id of the snapshot that it was verified against.</summary>
    public required string Knowledge { get; init; }

    public required string Composer { get; init; }

    public required double ElapsedMs { get; init; }

    /// <summary>The calibrated probability, 0 to 1, that the knowledge answers the question.</summary>
    public required double Confidence { get; init; }
}

/// <summary>A statement and the numbers of the citations that support it.</summary>
internal sealed record SentenceObject(string Text, IReadOnlyList<int> Citations);

/// <summary>A numbered citation. <see cref="Record"/>, <see cref="Refs"/> and so on are null where there is none.</summary>
internal sealed record CitationObject(
    int Number,
    string? Record,
    IReadOnlyList<string> Refs,
    string Source,
    string Title,
    string Publisher,
    string? Published,
    string? Url,
    int? Paragraph,
    string Excerpt);
