using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch;

/// <summary>A record or a passage that bears on the query. Exactly one of <see cref="Record"/> and <see cref="Passage"/> is set.</summary>
public sealed record EvidenceHit
{
    /// <summary>The record, when it is one.</summary>
    public KnowledgeRecord? Record { get; init; }

    /// <summary>The passage, when it is one.</summary>
    public Passage? Passage { get; init; }

    /// <summary>Larger is better; comparable inside one result only.</summary>
    public required double Score { get; init; }

    /// <summary>The share of the query's content, weighted by rarity, that stands in the hit's own words or through aliases and roles: 0 to 1.</summary>
    public double Coverage { get; init; }
}
