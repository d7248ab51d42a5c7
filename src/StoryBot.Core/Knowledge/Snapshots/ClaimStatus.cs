namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>How a claim stands against the evidence.</summary>
public enum ClaimStatus
{
    /// <summary>The evidence bears it out.</summary>
    Supported,

    /// <summary>True in part.</summary>
    Partly,

    /// <summary>The evidence says otherwise.</summary>
    Contradicted,

    /// <summary>Parties disagree and the evidence does not settle it.</summary>
    Disputed,

    /// <summary>No independent evidence was found.</summary>
    Unverified,

    /// <summary>An opinion, a prediction or a question: nothing to verify.</summary>
    Editorial,
}
