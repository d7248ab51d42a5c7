namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>
/// How much each signal counts. BM25 sums are divided by the largest that the query could reach, so that the weights
/// mean the same for every query; signals are summed, because fusing by rank lost in every trial.
/// </summary>
internal sealed record RankingWeights
{
    /// <summary>The weights in use, chosen on the training halves of the retrieval benchmark.</summary>
    public static RankingWeights Default { get; } = new();

    /// <summary>Character grams, beside words.</summary>
    public double Grams { get; init; } = 0.15;

    /// <summary>Word pairs, beside words.</summary>
    public double Pairs { get; init; } = 0.2;

    /// <summary>Exact coverage of the best sentence.</summary>
    public double Coverage { get; init; } = 0.1;

    /// <summary>Coverage by similar words.</summary>
    public double Similar { get; init; } = 0.6;

    /// <summary>Similarity of sentence vectors.</summary>
    public double Vectors { get; init; } = 0.15;

    /// <summary>Nearness of neighbouring words.</summary>
    public double Nearness { get; init; } = 0.05;

    /// <summary>Coverage by the whole document.</summary>
    public double Anywhere { get; init; } = 0.2;

    /// <summary>The score of a document.</summary>
    /// <param name="signals">Its signals.</param>
    /// <param name="rarity">The sum of the query's rarity weights.</param>
    public double Score(in DocumentSignals signals, double rarity)
    {
        const double Saturation = 2.2;
        var words = rarity > 0 ? (signals.Words + (Grams * signals.Grams) + (Pairs * signals.Pairs)) / (rarity * Saturation) : 0;
        return words
            + (Coverage * signals.Coverage)
            + (Similar * signals.Similar)
            + (Vectors * signals.Vectors)
            + (Anywhere * signals.Anywhere)
            + (Nearness * signals.Nearness);
    }
}
