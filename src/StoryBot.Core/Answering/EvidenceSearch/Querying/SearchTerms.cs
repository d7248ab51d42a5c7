namespace StoryBot.Core.Answering.EvidenceSearch.Querying;

/// <summary>A query as search understands it. Immutable once read.</summary>
/// <param name="Terms">What it looks for, in the order of the query; at most <see cref="Limit"/>.</param>
/// <param name="Entities">The places, in the story's list, of the entities that it names by name, alias or role.</param>
/// <param name="SentenceVector">Its weighted word vectors summed, of length 1; null when no word has one.</param>
/// <param name="Words">All of its words in order, as they are indexed, question words included.</param>
internal sealed record SearchTerms(
    IReadOnlyList<QueryTerm> Terms,
    IReadOnlyList<int> Entities,
    float[]? SentenceVector,
    IReadOnlyList<string> Words)
{
    /// <summary>A query without a word.</summary>
    public static SearchTerms Empty { get; } = new([], [], null, []);

    /// <summary>A longer query is cut to its rarest words: the rest would hardly change the order.</summary>
    public const int Limit = 64;

    /// <summary>The sum of the terms' rarity weights.</summary>
    public double Rarity { get; } = Terms.Sum(term => term.Rarity * term.Count);

    /// <summary>The sum of the terms' importance.</summary>
    public double Importance { get; } = Terms.Sum(term => term.Importance);
}
