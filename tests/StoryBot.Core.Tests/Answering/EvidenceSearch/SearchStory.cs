using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Answering.EvidenceSearch;

/// <summary>A small invented story to search: a bridge, who built it, and what was said of it.</summary>
internal static class SearchStory
{
    public static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly Source Paper = new()
    {
        Id = new SourceId("paper"),
        Title = "A bridge opens",
        Publisher = "The Paper",
        Grade = SourceGrade.B,
        Published = StoryDate.OfDay(2024, 5, 2),
    };

    public static ReaderScope Anyone { get; } = new(Now);

    public static Claim Claim(string id, string statement, string claimant = "Arden Works") => new()
    {
        Id = new RecordId(RecordKind.Claim, id),
        Statement = statement,
        Claimant = claimant,
        Status = ClaimStatus.Unverified,
        Evidence = [new Evidence { Source = Paper.Id, Paragraph = 1, Excerpt = statement }],
    };

    public static Quote Quote(string id, string speaker, string text) => new()
    {
        Id = new RecordId(RecordKind.Quote, id),
        Speaker = speaker,
        Text = text,
        Evidence = [new Evidence { Source = Paper.Id, Paragraph = 2, Excerpt = text }],
    };

    public static MarketFact Change(string id, string instrument, decimal percent, StoryDate? date = null) => new()
    {
        Id = new RecordId(RecordKind.MarketFact, id),
        Instrument = instrument,
        Measure = "change",
        Value = percent,
        Unit = "percent",
        Precision = FigurePrecision.Exact,
        Date = date,
        Evidence = [new Evidence { Source = Paper.Id, Paragraph = 3, Excerpt = $"{instrument} {percent} percent" }],
    };

    public static KnowledgeSnapshot Snapshot(
        IReadOnlyList<KnowledgeRecord> records,
        IReadOnlyList<Entity>? entities = null,
        IReadOnlyList<string>? passages = null) =>
        new(
            new SnapshotId("0123456789abcdef"),
            new Story
            {
                Id = new StoryId("bridge"),
                Title = "Bridge",
                Summary = "A bridge.",
                AsOf = StoryDate.OfDay(2024, 6, 1),
                Entities = entities ?? [],
            },
            [Paper],
            records,
            new InMemoryPassageCatalog((passages ?? []).Select((text, i) => new Passage(new PassageId(Paper.Id, i + 1), text))));

    public static LuceneEvidenceSearch Open(KnowledgeSnapshot snapshot) =>
        LuceneEvidenceSearch.Open(snapshot, new EvidenceSearchOptions(), CancellationToken.None);

    public static IReadOnlyList<EvidenceHit> Search(this LuceneEvidenceSearch search, string text, ReaderScope? scope = null) =>
        search.Search(new EvidenceQuery { Text = text, Scope = scope ?? Anyone }, CancellationToken.None).Hits;

    public static string? First(this LuceneEvidenceSearch search, string text, ReaderScope? scope = null) =>
        search.Search(text, scope).Select(hit => hit.Record?.Id.Value).FirstOrDefault();
}
