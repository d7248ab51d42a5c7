namespace StoryBot.Core.Answering.EvidenceSearch.Querying;

/// <summary>One thing that a query looks for: a word, with what may stand in its place.</summary>
internal sealed class QueryTerm
{
    /// <summary>The word as it is indexed.</summary>
    public required string Text { get; init; }

    /// <summary>The number of its stem, or -1 when no document of the index has it.</summary>
    public int Stem { get; init; } = -1;

    /// <summary>How many documents hold it or something in its place.</summary>
    public int Holders { get; set; }

    /// <summary>Its BM25 rarity weight.</summary>
    public double Rarity { get; set; }

    /// <summary>Its rarity in the index times its rarity in English: what it weighs in the coverage of a sentence.</summary>
    public double Importance { get; set; }

    /// <summary>How often the query says it.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Whether the term before it stands right before it in the query.</summary>
    public bool FollowsPrevious { get; init; }

    /// <summary>Whether it is written as a name, here or in the index.</summary>
    public bool IsName { get; init; }

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    /// <summary>Whether it is a name, number, date or unit, which nothing merely similar can stand for.</summary>
    public bool IsExact { get; init; }

    /// <summary>The row of its word vector, or -1.</summary>
    public int VectorRow { get; init; } = -1;

    /// <summary>Its rarity in English, from 0 (the commonest) to 1.</summary>
    public float EnglishRarity { get; init; } = 1;

    /// <summary>The numbers of its character grams that the index knows.</summary>
    public int[] Grams { get; init; } = [];

    /// <summary>The stems that stand for it, each with the share of a match that it counts, 0 to 1.</summary>
    public List<(int Stem, float Share)> Alternatives { get; } = [];
}
