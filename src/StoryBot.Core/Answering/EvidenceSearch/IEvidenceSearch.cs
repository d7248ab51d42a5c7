using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch;

/// <summary>Finds the records and passages of one snapshot that bear on a question. Safe to share between threads.</summary>
public interface IEvidenceSearch
{
    /// <summary>The snapshot that it searches.</summary>
    KnowledgeSnapshot Snapshot { get; }

    /// <summary>The best evidence for the query, best first.</summary>
    EvidenceSet Search(EvidenceQuery query, CancellationToken cancellationToken);
}

/// <summary>What to look for.</summary>
public sealed record EvidenceQuery
{
    /// <summary>The words to look for, as a person would type them.</summary>
    public required string Text { get; init; }

    /// <summary>What the reader may see.</summary>
    public required ReaderScope Scope { get; init; }

    /// <summary>How many hits at the most, from 1 to 1,000.</summary>
    public int Top { get; init; } = 10;

    /// <summary>The understood question, for the kind, entity and date signals; null for a plain search.</summary>
    public QuestionPart? Part { get; init; }
}

/// <summary>The evidence found, best first, and how well it covers the query.</summary>
/// <param name="Hits">Best first; may be empty.</param>
/// <param name="Answerability">How far the evidence can answer the query.</param>
public sealed record EvidenceSet(IReadOnlyList<EvidenceHit> Hits, Answerability Answerability);

/// <summary>A record or a passage that bears on the query. Exactly one of <see cref="Record"/> and <see cref="Passage"/> is set.</summary>
public sealed record EvidenceHit
{
    /// <summary>The record, when it is one.</summary>
    public KnowledgeRecord? Record { get; init; }

    /// <summary>The passage, when it is one.</summary>
    public Passage? Passage { get; init; }

    /// <summary>Larger is better; comparable inside one result only.</summary>
    public required double Score { get; init; }

    /// <summary>The share of the query's content, weighted by rarity, that stands in the hit's own words or through aliases and roles: 0 to 1.</summary>
    public double Coverage { get; init; }
}

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
