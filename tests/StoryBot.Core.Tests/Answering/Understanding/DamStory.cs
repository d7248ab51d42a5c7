using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Answering.Understanding;

/// <summary>An invented story to ask about: a dam is emptied, a power company's shares fall, an engineer had warned.</summary>
internal static class DamStory
{
    public static readonly DateTimeOffset Now = new(2023, 9, 20, 12, 0, 0, TimeSpan.Zero);

    public static readonly StoryDate MainDay = StoryDate.OfDay(2023, 9, 11);

    private static readonly SourceId Gazette = new("gazette");

    public static KnowledgeSnapshot Snapshot { get; } = Build(Entities);

    /// <summary>The same records in a pack whose curators listed no entity.</summary>
    public static KnowledgeSnapshot WithoutEntities { get; } = Build([]);

    public static QuestionReader Reader { get; } = new(Snapshot);

    public static QuestionPlan Read(string text, params string[] before) => Read(Reader, text, before);

    public static QuestionPlan Read(QuestionReader reader, string text, params string[] before)
    {
        var conversation = Conversation.Empty;
        foreach (var earlier in before)
        {
            conversation = conversation.With(new Turn(reader.Read(Ask(earlier, conversation)), [new RecordId(RecordKind.Claim, "emptied")]));
        }

        return reader.Read(Ask(text, conversation));
    }

    public static QuestionPart Part(string text, params string[] before) => Assert.Single(Read(text, before).Parts);

    public static Question Ask(string text, Conversation? conversation = null, bool isCleared = false) =>
        new() { Text = text, Scope = new ReaderScope(Now, isCleared), Conversation = conversation ?? Conversation.Empty };

    private static IReadOnlyList<Entity> Entities =>
    [
        new() { Name = "Harrowgate Dam", Kind = "structure", Aliases = ["Harrowgate", "the dam"], Roles = ["reservoir wall"] },
        new() { Name = "Low Fell Dam", Kind = "structure", Aliases = ["LF-2"] },
        new() { Name = "Ostrava Power", Kind = "organisation", Aliases = ["OSTP"], Roles = ["dam operator", "operator of the dam"] },
        new() { Name = "Tallinder", Kind = "organisation", Roles = ["builder"] },
        new() { Name = "Mirela Dvorak", Kind = "person", Roles = ["chief engineer"] },
        new() { Name = "Piet van Houten", Kind = "person", Aliases = ["Van Houten"] },
        new() { Name = "Anna Block", Kind = "person" },
        new() { Name = "C&D 200", Kind = "index", Aliases = ["C&D"] },
        new() { Name = "WHO", Kind = "organisation" },
    ];

    private static KnowledgeSnapshot Build(IReadOnlyList<Entity> entities) => new(
        new SnapshotId("0123456789abcdef"),
        new Story
        {
            Id = new StoryId("dam"),
            Title = "The emptying of Harrowgate Dam",
            Summary = "On 11 September 2023 Ostrava Power emptied Harrowgate Dam after an engineer had warned of leaks.",
            AsOf = StoryDate.OfDay(2023, 9, 15),
            Entities = entities,
        },
        [new Source { Id = Gazette, Title = "Dam emptied overnight", Publisher = "The Gazette", Grade = SourceGrade.B, Published = MainDay }],
        [.. Claims(), .. Quotes(), .. Figures()],
        PassageCatalog.Empty);

    private static IEnumerable<Claim> Claims()
    {
        yield return Claim("emptied", "Ostrava Power emptied Harrowgate Dam overnight.", "Ostrava Power", ClaimStatus.Supported);
        yield return Claim("repair-cost", "The repair will cost 40 million crowns.", "Ostrava Power", ClaimStatus.Disputed) with
        {
            Disputes = [new Dispute { By = "Mirela Dvorak", Evidence = Evidence("The figure leaves out the spillway.") }],
        };
        yield return Claim("refill", "The reservoir will be refilled in November 2023.", "Ostrava Power", ClaimStatus.Unverified);
        yield return Claim("licence", "The operating licence expired in 2021.", "The Gazette", ClaimStatus.Partly);
        yield return Claim("secret", "Quintessa Labs found the cracks.", "Quintessa Labs", ClaimStatus.Unverified) with { Embargo = Now.AddDays(10) };
    }

    private static IEnumerable<Quote> Quotes()
    {
        yield return Quote("dvorak-warned", "Mirela Dvorak", "We warned them about the leaks in spring.");
        yield return Quote("houten-calm", "Piet van Houten", "Nobody downstream was ever in danger.");
        yield return Quote("block-insurance", "Anna Block", "Insurers were not told.");
    }

    private static IEnumerable<MarketFact> Figures()
    {
        yield return Figure("ostp-close", "Ostrava Power", "change", -12.5m, "percent", MainDay);
        yield return Figure("cd-close", "C&D 200", "change", -1.1m, "percent", MainDay);
        yield return Figure("cd-next", "C&D 200", "change", 0.4m, "percent", StoryDate.OfDay(2023, 9, 12));
    }

    private static Claim Claim(string id, string statement, string claimant, ClaimStatus status) => new()
    {
        Id = new RecordId(RecordKind.Claim, id),
        Statement = statement,
        Claimant = claimant,
        Status = status,
        Date = MainDay,
        Evidence = [Evidence(statement)],
    };

    private static Quote Quote(string id, string speaker, string text) => new()
    {
        Id = new RecordId(RecordKind.Quote, id),
        Speaker = speaker,
        Text = text,
        Date = MainDay,
        Evidence = [Evidence(text)],
    };

    private static MarketFact Figure(string id, string instrument, string measure, decimal value, string unit, StoryDate date) => new()
    {
        Id = new RecordId(RecordKind.MarketFact, id),
        Instrument = instrument,
        Measure = measure,
        Value = value,
        Unit = unit,
        Precision = FigurePrecision.Exact,
        Basis = MarketBasis.Close,
        Date = date,
        Evidence = [Evidence($"{instrument} {value} {unit}")],
    };

    private static Evidence Evidence(string excerpt) => new() { Source = Gazette, Excerpt = excerpt };
}
