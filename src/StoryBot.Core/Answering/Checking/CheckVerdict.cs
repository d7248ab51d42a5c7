namespace StoryBot.Core.Answering.Checking;

/// <summary>What the knowledge says of a statement.</summary>
public enum CheckVerdict
{
    /// <summary>It says the same.</summary>
    Supported,

    /// <summary>It says otherwise.</summary>
    Contradicted,

    /// <summary>It knows the claim and does not settle it: parties disagree, or nobody confirmed it, or it is an opinion.</summary>
    Disputed,

    /// <summary>A part of it is so.</summary>
    Partly,

    /// <summary>It says nothing about it.</summary>
    NotInKnowledge,
}
