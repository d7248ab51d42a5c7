namespace StoryBot.Core.Answering.EvidenceSearch;

/// <summary>The evidence found, best first, and how well it covers the query.</summary>
/// <param name="Hits">Best first; may be empty.</param>
/// <param name="Answerability">How far the evidence can answer the query.</param>
public sealed record EvidenceSet(IReadOnlyList<EvidenceHit> Hits, Answerability Answerability);
