using StoryBot.Core.Answering.EvidenceSearch.Calibration;
using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Ranking;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch;

/// <summary>
/// Evidence search over one snapshot: Lucene draws candidates, each is then read once and scored by the sum of its
/// signals. Safe to share between threads.
/// </summary>
public sealed class LuceneEvidenceSearch : IEvidenceSearch, IDisposable
{
    private const int MostHits = 1000;

    private readonly EvidenceIndex _index;

    private LuceneEvidenceSearch(KnowledgeSnapshot snapshot, EvidenceIndex index)
    {
        Snapshot = snapshot;
        _index = index;
        Ranker = new EvidenceRanker(snapshot, index);
    }

    /// <inheritdoc/>
    public KnowledgeSnapshot Snapshot { get; }

    /// <summary>The ranking behind the search, for those who measure it.</summary>
    internal EvidenceRanker Ranker { get; }

    /// <summary>The index behind the search, for those who measure it.</summary>
    internal EvidenceIndex Index => _index;

    /// <summary>Indexes the snapshot, or opens its index where there is one.</summary>
    public static LuceneEvidenceSearch Open(
        KnowledgeSnapshot snapshot,
        EvidenceSearchOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(options);
        var index = options.CacheDirectory is { Length: > 0 } cache && snapshot.Passages.Count >= options.DiskFrom
            ? DiskIndex.Open(snapshot, cache, cancellationToken)
            : MemoryIndex.Build(snapshot, cancellationToken);
        return new LuceneEvidenceSearch(snapshot, index);
    }

    /// <inheritdoc/>
    public EvidenceSet Search(EvidenceQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Top, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Top, MostHits);
        return Ranker.Rank(query, cancellationToken) is { } ranked
            ? new EvidenceSet([.. ranked.Documents.Take(query.Top).Select(Hit)], AnswerabilityJudge.Judge(_index, ranked))
            : new EvidenceSet([], Answerability.None);
    }

    /// <inheritdoc/>
    public void Dispose() => _index.Dispose();

    private EvidenceHit Hit(ScoredDocument scored)
    {
        ref readonly var document = ref _index.Documents[scored.Number];
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
}
