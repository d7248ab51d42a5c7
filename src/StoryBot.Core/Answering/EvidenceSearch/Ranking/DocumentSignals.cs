namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>How one document bears on one query, signal by signal. The first three are BM25 sums, the others go from 0 to 1.</summary>
internal struct DocumentSignals
{
    /// <summary>BM25 over the words, fields weighted.</summary>
    public double Words;

    /// <summary>BM25 over the character grams.</summary>
    public double Grams;

    /// <summary>BM25 over pairs of words side by side.</summary>
    public double Pairs;

    /// <summary>The largest share of the query, by importance, that stands in one sentence with its context.</summary>
    public double Coverage;

    /// <summary>The same with similar words counting in part.</summary>
    public double Similar;

    /// <summary>The largest cosine of a sentence's vector with the query's, or the configured generator's cosine.</summary>
    public double Vectors;

    /// <summary>How near to each other the query's neighbouring words stand.</summary>
    public double Nearness;

    /// <summary>The share of the query, by rarity, that stands anywhere in the document.</summary>
    public double Held;

    /// <summary>The share of the query, by importance, that the document holds anywhere, similar words counting in part.</summary>
    public double Anywhere;

    /// <summary>Where the sentence of <see cref="Coverage"/> starts among the document's words.</summary>
    public int BestSentence;
}
