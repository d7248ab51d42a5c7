namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// Somebody or something in the story. Aliases are other spellings of the name ("DeekSeek", "NVDA"); roles are what
/// people call it without its name ("chip maker", "Facebook's parent").
/// </summary>
public sealed record Entity
{
    /// <summary>The canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in lower case: person, organisation, product, model, index, benchmark, place, law, event ...</summary>
    public required string Kind { get; init; }

    /// <summary>Other spellings, misspellings and tickers.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Descriptions that point to it.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}
