namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>Somebody who disputes a claim, and where.</summary>
public sealed record Dispute
{
    /// <summary>Who disputes it.</summary>
    public required string By { get; init; }

    /// <summary>Where the dispute stands.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The record that holds the other side, where there is one.</summary>
    public RecordId? Claim { get; init; }
}
