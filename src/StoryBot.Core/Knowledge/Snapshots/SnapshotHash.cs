namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// Makes a snapshot's id from what the files say. Line endings, byte order marks, comments, quoting, the order of keys
/// and the line on which something stands make no difference; every value, the order of entries and every paragraph do.
/// </summary>
internal static class SnapshotHash
{
    // Changes when the same files are to give another id, for example because they are read differently.
    private const string Format = "storybot-knowledge-1";
    private const int Length = 16;

    /// <summary>The id of a pack with this content.</summary>
    public static SnapshotId Of(Story story, IReadOnlyList<Source> sources, IReadOnlyList<KnowledgeRecord> records, string textDigest)
    {
        using var hash = new ContentHash();
        hash.Add(Format).Add(textDigest);
        Add(hash, story);
        hash.Add(sources.Count);
        foreach (var source in sources)
        {
            Add(hash, source);
        }

        hash.Add(records.Count);
        foreach (var record in records)
        {
            Add(hash, record);
        }

        return new SnapshotId(hash.Finish()[..Length]);
    }

    private static void Add(ContentHash hash, Story story)
    {
        hash.Add(story.Id.Value).Add(story.Title).Add(story.Summary).Add(story.AsOf).Add(story.Entities.Count);
        foreach (var entity in story.Entities)
        {
            hash.Add(entity.Name).Add(entity.Kind).Add(entity.Aliases).Add(entity.Roles);
        }
    }

    private static void Add(ContentHash hash, Source source) => hash
        .Add(source.Id.Value).Add(source.Title).Add(source.Publisher).Add(source.Author).Add(source.Published)
        .Add(source.Url?.OriginalString).Add((long)source.Grade).Add(source.WordingUnreliable ? 1 : 0).Add(source.Note);

    private static void Add(ContentHash hash, KnowledgeRecord record)
    {
        hash.Add(record.Id.ToString()).Add(record.Refs).Add(record.Date).Add((long)record.Review).Add(record.Embargo);
        hash.Add(record.Retraction is null ? 0 : 1).Add(record.Retraction?.On).Add(record.Retraction?.Because);
        hash.Add(record.Evidence.Count);
        foreach (var evidence in record.Evidence)
        {
            Add(hash, evidence);
        }

        switch (record)
        {
            case Claim claim:
                Add(hash, claim);
                break;
            case Quote quote:
                Add(hash, quote);
                break;
            case MarketFact fact:
                Add(hash, fact);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(record), record.GetType(), "Not a kind of record that has a file.");
        }
    }

    private static void Add(ContentHash hash, Claim claim)
    {
        hash.Add(claim.Statement).Add(claim.Claimant).Add(claim.About).Add((long)claim.Status).Add(claim.Topics);
        hash.Add(claim.SupersededBy?.ToString()).Add(claim.Disputes.Count);
        foreach (var dispute in claim.Disputes)
        {
            hash.Add(dispute.By).Add(dispute.Claim?.ToString());
            Add(hash, dispute.Evidence);
        }
    }

    private static void Add(ContentHash hash, Quote quote) => hash
        .Add(quote.Speaker).Add(quote.Role).Add(quote.Organisation).Add(quote.Text).Add(quote.IsParaphrase ? 1 : 0)
        .Add(quote.Venue).Add(quote.AsPrinted?.Source.Value).Add(quote.AsPrinted?.Text);

    private static void Add(ContentHash hash, MarketFact fact) => hash
        .Add(fact.Instrument).Add(fact.Symbol).Add(fact.Measure).Add(fact.Value.ToString()).Add(fact.Unit)
        .Add((long)fact.Precision).Add(fact.Basis is { } basis ? (long)basis : -1);

    private static void Add(ContentHash hash, Evidence evidence) => hash
        .Add(evidence.Source.Value).Add(evidence.Paragraph ?? -1).Add(evidence.Excerpt).Add(evidence.Gist);
}
