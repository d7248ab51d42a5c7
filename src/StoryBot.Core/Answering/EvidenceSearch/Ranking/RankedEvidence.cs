using StoryBot.Core.Answering.EvidenceSearch.Querying;

namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>The outcome of ranking.</summary>
/// <param name="Terms">What was looked for.</param>
/// <param name="Documents">The visible candidates, best first.</param>
/// <param name="Best">The few best, read once more for the judgement on them.</param>
internal sealed record RankedEvidence(
    SearchTerms Terms,
    IReadOnlyList<ScoredDocument> Documents,
    IReadOnlyList<EvidenceReading> Best);
