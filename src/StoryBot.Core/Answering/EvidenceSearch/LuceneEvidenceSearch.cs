using Microsoft.Extensions.AI;
using StoryBot.Core.Answering.EvidenceSearch.Calibration;
using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Ranking;
using StoryBot.Core.Answering.EvidenceSearch.Vectors;
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

    private LuceneEvidenceSearch(KnowledgeSnapshot snapshot, EvidenceIndex index, DocumentEmbeddings? embeddings)
    {
        Snapshot = snapshot;
        _index = index;
        Ranker = new EvidenceRanker(snapshot, index, embeddings);
    }

    /// <inheritdoc/>
    public KnowledgeSnapshot Snapshot { get; }

    /// <summary>The ranking behind the search, for those who measure it.</summary>
    internal EvidenceRanker Ranker { get; }

    /// <summary>The index behind the search, for those who measure it.</summary>
    internal EvidenceIndex Index => _index;

    /// <summary>Indexes the snapshot, or opens its index where there is one.</summary>
    /// <param name="snapshot">What to search.</param>
    /// <param name="options">Where large indexes are kept.</param>
    /// <param name="cancellationToken">Stops the indexing.</param>
    /// <param name="generator">
    /// A configured generator whose cosine takes the place of the built-in sentence vectors, in packs that are indexed
    /// in memory: embedding more would take longer than anybody waits. Null for the built-in ones.
    /// </param>
    public static LuceneEvidenceSearch Open(
        KnowledgeSnapshot snapshot,
        EvidenceSearchOptions options,
        CancellationToken cancellationToken,
        IEmbeddingGenerator<string, Embedding<float>>? generator = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(options);
        var isLarge = snapshot.Passages.Count >= options.DiskFrom;
        var index = isLarge && options.CacheDirectory is { Length: > 0 } cache
            ? OnDisk(snapshot, cache, cancellationToken)
            : MemoryIndex.Build(snapshot, cancellationToken);
        var embeddings = generator is null or WordVectorEmbeddingGenerator || isLarge
            ? null
            : DocumentEmbeddings.Of(new DocumentSource(snapshot).All().Select(document => document.MainText), generator, cancellationToken);
        return new LuceneEvidenceSearch(snapshot, index, embeddings);
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

    // A cache that cannot be written costs time and memory, not the answer.
    private static EvidenceIndex OnDisk(KnowledgeSnapshot snapshot, string cache, CancellationToken cancellationToken)
    {
        try
        {
            return DiskIndex.Open(snapshot, cache, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return MemoryIndex.Build(snapshot, cancellationToken);
        }
    }

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
