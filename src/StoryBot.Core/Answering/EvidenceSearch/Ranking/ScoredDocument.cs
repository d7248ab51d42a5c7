namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>A document that was scored for a query.</summary>
/// <param name="Number">Its number in the index.</param>
/// <param name="Score">The weighted sum of its signals, with what the plan adds.</param>
/// <param name="Signals">Its signals.</param>
internal readonly record struct ScoredDocument(int Number, double Score, DocumentSignals Signals);
