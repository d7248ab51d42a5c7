using System.Collections.Frozen;

namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// Everything that one story's files say at one moment. Immutable and safe to share between threads. Every reference
/// inside it resolves: the linter lets no dangling id through.
/// </summary>
public sealed class KnowledgeSnapshot
{
    private readonly FrozenDictionary<RecordId, KnowledgeRecord> _records;
    private readonly FrozenDictionary<SourceId, Source> _sources;

    /// <summary>Builds a snapshot from checked parts.</summary>
    /// <param name="id">The hash of the content.</param>
    /// <param name="story">The story.</param>
    /// <param name="sources">Every source, ids unique.</param>
    /// <param name="records">Every record in file order, ids unique.</param>
    /// <param name="passages">The full texts.</param>
    public KnowledgeSnapshot(
        SnapshotId id,
        Story story,
        IReadOnlyList<Source> sources,
        IReadOnlyList<KnowledgeRecord> records,
        PassageCatalog passages)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(records);
        Id = id;
        Story = story;
        Sources = sources;
        Passages = passages;
        _sources = sources.ToFrozenDictionary(source => source.Id);
        records = [.. records.Select(WithKnownFrom)];
        Records = records;
        Claims = [.. records.OfType<Claim>()];
        Quotes = [.. records.OfType<Quote>()];
        MarketFacts = [.. records.OfType<MarketFact>()];
        _records = records.ToFrozenDictionary(record => record.Id);
    }

    /// <summary>The hash of the content.</summary>
    public SnapshotId Id { get; }

    /// <summary>The story.</summary>
    public Story Story { get; }

    /// <summary>Every source, in file order.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>Every record: claims, quotes, market facts, each in file order.</summary>
    public IReadOnlyList<KnowledgeRecord> Records { get; }

    /// <summary>The claims in file order.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>The quotes in file order.</summary>
    public IReadOnlyList<Quote> Quotes { get; }

    /// <summary>The market facts in file order.</summary>
    public IReadOnlyList<MarketFact> MarketFacts { get; }

    /// <summary>The full texts of the sources that have them.</summary>
    public PassageCatalog Passages { get; }

    /// <summary>The record with this id, or null.</summary>
    public KnowledgeRecord? Find(RecordId id) => _records.GetValueOrDefault(id);

    /// <summary>The source with this id, or null.</summary>
    public Source? Find(SourceId id) => _sources.GetValueOrDefault(id);

    // Nobody can have known before its first source what only sources of after the story tell.
    private KnowledgeRecord WithKnownFrom(KnowledgeRecord record)
    {
        if (record.Date is not null || record.Evidence.Count == 0)
        {
            return record;
        }

        var published = record.Evidence.Select(evidence => Find(evidence.Source)?.Published).ToList();
        return published.TrueForAll(date => date?.Day > Story.AsOf.Day)
            ? record with { KnownFrom = published.MinBy(date => date!.Value.Start) }
            : record;
    }
}
