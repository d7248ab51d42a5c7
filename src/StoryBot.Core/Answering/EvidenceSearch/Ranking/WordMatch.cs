namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>
/// What one word of the index means to one query. The lists are chains in <see cref="QueryMatches"/>; -1 ends one.
/// </summary>
internal struct WordMatch
{
    /// <summary>The terms that it matches, by stem or as an alternative.</summary>
    public int Terms;

    /// <summary>The query's character grams that it holds.</summary>
    public int Grams;

    /// <summary>The terms that it is similar to.</summary>
    public int Similar;

    /// <summary>What it adds to the similarity of its sentence to the query.</summary>
    public float Projection;

    /// <summary>Whether <see cref="Similar"/> and <see cref="Projection"/> are known.</summary>
    public bool IsCompared;
}

/// <summary>A link of a chain: a term or gram, and how much of it the word matches, 0 to 1.</summary>
internal readonly record struct MatchLink(int Target, float Share, int Next);
