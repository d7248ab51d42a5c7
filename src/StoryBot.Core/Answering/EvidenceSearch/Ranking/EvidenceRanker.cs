using System.Collections.Concurrent;
using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Querying;
using StoryBot.Core.Answering.EvidenceSearch.Vectors;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>Reads a query, draws candidates, scores them and sorts them. Safe to share between threads.</summary>
internal sealed class EvidenceRanker(KnowledgeSnapshot snapshot, EvidenceIndex index, DocumentEmbeddings? embeddings)
{
    // Retrieval figures are the same with 300.
    private const int LeastCandidates = 100;
    private const int Judged = 4;

    // A curated record goes before the passage that it was taken from.
    private const double RecordBonus = 0.1;

    private readonly SearchTermReader _reader = new(index);
    private readonly CandidateFinder _finder = new(index);
    private readonly RecencySignal _recency = new(index);
    private readonly ConcurrentBag<DocumentScorer> _scorers = [];

    /// <summary>Ranks what the reader may see; null when the query holds no word.</summary>
    public RankedEvidence? Rank(EvidenceQuery query, CancellationToken cancellationToken)
    {
        var terms = _reader.Read(query.Text);
        if (terms.Terms.Count == 0)
        {
            return null;
        }

        if (!_scorers.TryTake(out var scorer))
        {
            scorer = new DocumentScorer(index);
        }

        try
        {
            return Rank(query, terms, scorer, cancellationToken);
        }
        finally
        {
            _scorers.Add(scorer);
        }
    }

    private RankedEvidence Rank(EvidenceQuery query, SearchTerms terms, DocumentScorer scorer, CancellationToken cancellationToken)
    {
        scorer.Start(terms);
        var embedded = embeddings?.Embed(query.Text, cancellationToken);
        var recency = _recency.For(query, terms);
        var candidates = _finder.Find(terms, query.Scope, Math.Max(LeastCandidates, query.Top));
        var scored = new List<ScoredDocument>(candidates.Count);
        foreach (var number in candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ref readonly var document = ref index.Documents[number];
            var record = document.Record < 0 ? null : snapshot.Records[document.Record];
            if (!IsVisible(document, record, query.Scope))
            {
                continue;
            }

            var signals = scorer.Score(document);
            signals.Vectors = embedded is null ? signals.Vectors : embeddings!.Cosine(number, embedded);
            var score = RankingWeights.Default.Score(signals, terms.Rarity) * recency.Factor(document.Day);
            if (score > 0)
            {
                score += record is null ? 0 : RecordBonus + PlanSignals.Of(record, query.Part);
                scored.Add(new ScoredDocument(number, score, signals));
            }
        }

        scored.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Number.CompareTo(b.Number));
        var best = scored.Take(Judged).Select(document => scorer.Inspect(index.Documents[document.Number], document.Signals));
        return new RankedEvidence(terms, scored, [.. best]);
    }

    private bool IsVisible(in DocumentEntry document, KnowledgeRecord? record, ReaderScope scope) =>
        record is not null ? scope.Sees(record) : scope.Sees(snapshot.Sources[document.Source]);
}
