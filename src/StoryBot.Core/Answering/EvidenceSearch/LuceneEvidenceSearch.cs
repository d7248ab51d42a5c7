using System.Collections.Concurrent;
using StoryBot.Core.Answering.EvidenceSearch.Calibration;
using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Querying;
using StoryBot.Core.Answering.EvidenceSearch.Ranking;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch;

/// <summary>
/// Evidence search over one snapshot: Lucene draws candidates, each is then read once and scored by the sum of its
/// signals. Safe to share between threads.
/// </summary>
public sealed class LuceneEvidenceSearch : IEvidenceSearch, IDisposable
{
    private const int Candidates = 300;
    private const int Judged = 4;

    // A curated record goes before the passage that it was taken from.
    private const double RecordBonus = 0.1;

    private readonly EvidenceIndex _index;
    private readonly SearchTermReader _reader;
    private readonly CandidateFinder _finder;
    private readonly ConcurrentBag<DocumentScorer> _scorers = [];

    private LuceneEvidenceSearch(KnowledgeSnapshot snapshot, EvidenceIndex index)
    {
        Snapshot = snapshot;
        _index = index;
        _reader = new SearchTermReader(index);
        _finder = new CandidateFinder(index);
    }

    /// <inheritdoc/>
    public KnowledgeSnapshot Snapshot { get; }

    /// <summary>Indexes the snapshot, or opens its index where there is one.</summary>
    public static LuceneEvidenceSearch Open(
        KnowledgeSnapshot snapshot,
        EvidenceSearchOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(options);
        return new LuceneEvidenceSearch(snapshot, MemoryIndex.Build(snapshot, cancellationToken));
    }

    /// <inheritdoc/>
    public EvidenceSet Search(EvidenceQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Top, 1000);
        var terms = _reader.Read(query.Text);
        if (terms.Terms.Count == 0)
        {
            return new EvidenceSet([], Answerability.None);
        }

        if (!_scorers.TryTake(out var scorer))
        {
            scorer = new DocumentScorer(_index);
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

    /// <inheritdoc/>
    public void Dispose() => _index.Dispose();

    private EvidenceSet Rank(EvidenceQuery query, SearchTerms terms, DocumentScorer scorer, CancellationToken cancellationToken)
    {
        scorer.Start(terms);
        var scored = new List<ScoredDocument>();
        foreach (var number in _finder.Find(terms, query.Scope, Math.Max(Candidates, query.Top)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = _index.Documents[number];
            var record = document.Record < 0 ? null : Snapshot.Records[document.Record];
            if (!IsVisible(document, record, query.Scope))
            {
                continue;
            }

            var signals = scorer.Score(document);
            var score = RankingWeights.Default.Score(signals, terms.Rarity);
            if (score > 0)
            {
                score += record is null ? 0 : RecordBonus + PlanSignals.Of(record, query.Part);
                scored.Add(new ScoredDocument(number, score, signals));
            }
        }

        scored.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Number.CompareTo(b.Number));
        var answerability = AnswerabilityJudge.Judge(terms, [.. scored.Take(Judged).Select(document => document.Signals)]);
        return new EvidenceSet([.. scored.Take(query.Top).Select(Hit)], answerability);
    }

    private bool IsVisible(in DocumentEntry document, KnowledgeRecord? record, ReaderScope scope) =>
        record is not null
            ? scope.Sees(record)
            : scope.AsOf is not { } asOf || Snapshot.Sources[document.Source].Published is not { } date || date.Start <= asOf;

    private EvidenceHit Hit(ScoredDocument scored)
    {
        var document = _index.Documents[scored.Number];
        return new EvidenceHit
        {
            Record = document.Record < 0 ? null : Snapshot.Records[document.Record],
            Passage = document.Record >= 0
                ? null
                : Snapshot.Passages.Find(new PassageId(Snapshot.Sources[document.Source].Id, document.Paragraph))
                    ?? throw new InvalidOperationException("The search index holds a passage that the snapshot does not."),
            Score = scored.Score,
            Coverage = scored.Signals.Held,
        };
    }

    private readonly record struct ScoredDocument(int Number, double Score, DocumentSignals Signals);
}
