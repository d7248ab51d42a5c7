namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>Which part of a record or passage a sentence of its document comes from.</summary>
internal enum DocumentField
{
    /// <summary>The statement, the quoted words, the figure, the passage.</summary>
    Main,

    /// <summary>The title of a passage's source.</summary>
    Title,

    /// <summary>Names, topics and dates.</summary>
    Context,

    /// <summary>Excerpts, gists and distorted printings.</summary>
    Evidence,

    /// <summary>Other names and the roles of the entities that a record is about.</summary>
    Roles,

    /// <summary>The entities that are named, as entity words.</summary>
    Entities,
}
