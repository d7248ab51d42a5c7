using System.Globalization;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Testing;

/// <summary>Builds a snapshot in code, for tests that need a few records of their own. Not safe to share between threads.</summary>
public sealed class PackBuilder
{
    private readonly List<Entity> _entities = [];
    private readonly List<Source> _sources = [];
    private readonly List<KnowledgeRecord> _records = [];
    private readonly List<Passage> _passages = [];

    /// <summary>Adds an entity.</summary>
    public PackBuilder Entity(string name, string kind, params string[] aliases)
    {
        _entities.Add(new Entity { Name = name, Kind = kind, Aliases = aliases });
        return this;
    }

    /// <summary>Adds a source; the publication date is ISO 8601.</summary>
    public PackBuilder Source(string id, string title, string publisher, string? published = null, SourceGrade grade = SourceGrade.B, bool unreliable = false, string? author = null)
    {
        _sources.Add(new Source
        {
            Id = new SourceId(id),
            Title = title,
            Publisher = publisher,
            Author = author,
            Published = Date(published),
            Grade = grade,
            WordingUnreliable = unreliable,
        });
        return this;
    }

    /// <summary>Adds a paragraph of a source's full text.</summary>
    public PackBuilder Passage(string source, int paragraph, string text)
    {
        _passages.Add(new Passage(new PassageId(new SourceId(source), paragraph), text));
        return this;
    }

    /// <summary>Adds any record.</summary>
    public PackBuilder Record(KnowledgeRecord record)
    {
        _records.Add(record);
        return this;
    }

    /// <summary>Adds a claim.</summary>
    public PackBuilder Claim(string id, string statement, string claimant, ClaimStatus status, Evidence evidence, string? date = null, string[]? about = null, Dispute[]? disputes = null, string? supersededBy = null) =>
        Record(new Claim
        {
            Id = new RecordId(RecordKind.Claim, id),
            Statement = statement,
            Claimant = claimant,
            Status = status,
            Evidence = [evidence],
            Date = Date(date),
            About = about ?? [],
            Disputes = disputes ?? [],
            SupersededBy = supersededBy is null ? null : new RecordId(RecordKind.Claim, supersededBy),
        });

    /// <summary>Adds a quotation.</summary>
    public PackBuilder Quote(string id, string speaker, string text, Evidence evidence, string? date = null, string? role = null, string? organisation = null, string? venue = null, bool isParaphrase = false, AsPrinted? asPrinted = null) =>
        Record(new Quote
        {
            Id = new RecordId(RecordKind.Quote, id),
            Speaker = speaker,
            Text = text,
            Evidence = [evidence],
            Date = Date(date),
            Role = role,
            Organisation = organisation,
            Venue = venue,
            IsParaphrase = isParaphrase,
            AsPrinted = asPrinted,
        });

    /// <summary>Adds a figure.</summary>
    public PackBuilder Fact(string id, string instrument, string measure, decimal value, string unit, Evidence evidence, string? date = null, MarketBasis? basis = null, FigurePrecision precision = FigurePrecision.Exact) =>
        Record(new MarketFact
        {
            Id = new RecordId(RecordKind.MarketFact, id),
            Instrument = instrument,
            Measure = measure,
            Value = value,
            Unit = unit,
            Evidence = [evidence],
            Date = Date(date),
            Basis = basis,
            Precision = precision,
        });

    /// <summary>The source's own words.</summary>
    public static Evidence Excerpt(string source, string text, int? paragraph = null) =>
        new() { Source = new SourceId(source), Excerpt = text, Paragraph = paragraph };

    /// <summary>What the source says, in other words.</summary>
    public static Evidence Gist(string source, string text, int? paragraph = null) =>
        new() { Source = new SourceId(source), Gist = text, Paragraph = paragraph };

    /// <summary>The snapshot; its id is made of the number of records only.</summary>
    public KnowledgeSnapshot Build() => new(
        new SnapshotId(_records.Count.ToString("x16", CultureInfo.InvariantCulture)),
        new Story { Id = new StoryId("invented"), Title = "An invented story", Summary = "Nothing in it is so.", AsOf = StoryDate.OfDay(2031, 5, 1), Entities = _entities },
        _sources,
        _records,
        new InMemoryPassageCatalog(_passages));

    private static StoryDate? Date(string? iso) =>
        iso is null ? null : new StoryDate(new DateTimeOffset(DateTime.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeSpan.Zero), DatePrecision.Day);
}
