namespace StoryBot.Core.Answering.EvidenceSearch;

/// <summary>How far evidence can answer a query. Never computed from word vectors.</summary>
/// <param name="Probability">The calibrated probability, 0 to 1, that the best hits answer the query.</param>
/// <param name="MissingTerms">The query's words that stand in none of the best hits, rarest first.</param>
/// <param name="IsTopicAbsent">True when the knowledge does not treat the subject at all.</param>
/// <param name="AlteredPremise">The words by which the query departs from the closest evidence, or null.</param>
public sealed record Answerability(
    double Probability,
    IReadOnlyList<string> MissingTerms,
    bool IsTopicAbsent,
    string? AlteredPremise)
{
    /// <summary>Nothing was found.</summary>
    public static Answerability None { get; } = new(0, [], true, null);
}
