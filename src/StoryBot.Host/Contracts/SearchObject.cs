using System.Text.Json;
using System.Text.Json.Serialization;

namespace StoryBot.Host.Contracts;

/// <summary>Ranked evidence for one query as programs read it.</summary>
internal sealed record SearchObject(JsonElement? Id, IReadOnlyList<HitObject> Hits);

/// <summary>A hit: a record with where its first evidence stands, or a passage of a source.</summary>
internal sealed record HitObject
{
    /// <summary>Counted from 1.</summary>
    public required int Rank { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Record { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Refs { get; init; }

    public required string Source { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Paragraph { get; init; }

    /// <summary>Larger is better; comparable inside one result only.</summary>
    public required double Score { get; init; }

    public required string Text { get; init; }
}
