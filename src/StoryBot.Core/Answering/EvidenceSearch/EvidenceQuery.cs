using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch;

/// <summary>What to look for.</summary>
public sealed record EvidenceQuery
{
    /// <summary>The words to look for, as a person would type them.</summary>
    public required string Text { get; init; }

    /// <summary>What the reader may see.</summary>
    public required ReaderScope Scope { get; init; }

    /// <summary>How many hits at the most, from 1 to 1,000.</summary>
    public int Top { get; init; } = 10;

    /// <summary>The understood question, for the kind, entity and date signals; null for a plain search.</summary>
    public QuestionPart? Part { get; init; }
}
