namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>What somebody says is so. Never shown without its claimant.</summary>
public sealed record Claim : KnowledgeRecord
{
    /// <summary>The claim as one or two sentences in the project's own words.</summary>
    public required string Statement { get; init; }

    /// <summary>Who claims it.</summary>
    public required string Claimant { get; init; }

    /// <summary>The entities that it is about.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>How it stands.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>Keywords: cost, benchmark, market ...</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Who disputes it.</summary>
    public IReadOnlyList<Dispute> Disputes { get; init; } = [];

    /// <summary>The record that replaces it, where there is one.</summary>
    public RecordId? SupersededBy { get; init; }
}
