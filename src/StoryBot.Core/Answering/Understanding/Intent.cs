namespace StoryBot.Core.Answering.Understanding;

/// <summary>The kind of answer that is wanted.</summary>
public enum Intent
{
    /// <summary>A fact: what, when, where, how much, why.</summary>
    Fact,

    /// <summary>What something or somebody is.</summary>
    Definition,

    /// <summary>Who said or claims something.</summary>
    WhoSaid,

    /// <summary>What somebody said or thinks.</summary>
    Quote,

    /// <summary>How a claim stands.</summary>
    ClaimStatus,

    /// <summary>Who disputes or doubts something.</summary>
    WhoDisputes,

    /// <summary>How an instrument moved.</summary>
    MarketMove,

    /// <summary>Two or more things side by side.</summary>
    Compare,

    /// <summary>All that match: which companies, list the claims.</summary>
    List,

    /// <summary>What happened when.</summary>
    Timeline,

    /// <summary>An overview of a topic or of the story.</summary>
    Summary,

    /// <summary>Where something comes from.</summary>
    Source,

    /// <summary>Whether something is so.</summary>
    IsItTrue,
}
