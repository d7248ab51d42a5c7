using StoryBot.Core.Knowledge.Snapshots;
using static StoryBot.Testing.PackBuilder;

namespace StoryBot.Testing;

/// <summary>A small invented story with every kind of record: a battery maker, its charging claims and the market.</summary>
public static class InventedPack
{
    /// <summary>The moment at which the tests read it.</summary>
    public static readonly DateTimeOffset Now = new(2031, 5, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The pack, built anew.</summary>
    public static KnowledgeSnapshot Build() => Start().Build();

    /// <summary>The pack, to add to.</summary>
    public static PackBuilder Start()
    {
        var pack = new PackBuilder()
            .Entity("Lumora", "organisation", "Lumora Cells", "LMR")
            .Entity("Tessel", "organisation", "Tessel Motors")
            .Entity("Kestrel Research", "organisation", "Kestrel")
            .Entity("Petra Vance", "person", "Vance")
            .Entity("Oskar Lind", "person", "Lind")
            .Entity("Q7", "product", "Lumora Q7")
            .Entity("Q5", "product", "Lumora Q5")
            .Entity("Veld 100", "index", "Veld index")
            .Entity("Harbour Composite", "index", "Harbour")
            .Source("wire", "Battery maker shakes market", "Northern Wire", "2031-04-14")
            .Source("lumora-report", "Q7 technical report", "Lumora", "2031-03-02", SourceGrade.A)
            .Source("kestrel-note", "Too good to be true", "Kestrel Research", "2031-04-15", author: "Petra Vance")
            .Source("blog", "What I heard", "Volt Blog", "2031-04-16", SourceGrade.C, unreliable: true)
            .Passage("lumora-report", 1, "The Q7 cell was tested at 25 degrees. It kept 91.5% of its capacity after 2,000 cycles.");
        AddClaims(pack);
        AddQuotes(pack);
        AddFigures(pack);
        return pack;
    }

    private static void AddClaims(PackBuilder pack) => pack
        .Claim("charge-time", "Lumora says that the Q7 charges in five minutes.", "Lumora", ClaimStatus.Disputed,
            Excerpt("lumora-report", "The Q7 charges from 10% to 80% in five minutes.", 3), "2031-03-02", ["Lumora", "Q7"],
            [new Dispute { By = "Kestrel Research", Evidence = Gist("kestrel-note", "No independent test has confirmed the charging time.") }])
        .Claim("development-cost", "The article says that the Q7 cost only $40 million to develop.", "The article", ClaimStatus.Contradicted,
            Gist("blog", "The Q7 cost only $40 million to develop", 4), "2031-04-16", ["Q7"],
            [new Dispute { By = "Lumora", Evidence = Excerpt("lumora-report", "We spent $412 million on the Q7 between 2027 and 2030.", 9), Claim = new RecordId(RecordKind.Claim, "development-cost-report") }],
            supersededBy: "development-cost-report")
        .Claim("development-cost-report", "Lumora spent $412 million on the Q7 between 2027 and 2030.", "Lumora", ClaimStatus.Supported,
            Excerpt("lumora-report", "We spent $412 million on the Q7 between 2027 and 2030.", 9), "2031-03-02", ["Lumora", "Q7"])
        .Claim("no-cobalt", "The Q7 does not contain cobalt, according to Lumora's report.", "Lumora", ClaimStatus.Supported,
            Excerpt("lumora-report", "The cell contains no cobalt.", 2), "2031-03-02", ["Q7"])
        .Claim("factory", "Tessel is reported to plan a factory with Lumora in Varde.", "Northern Wire", ClaimStatus.Unverified,
            Gist("wire", "Tessel may build a factory with Lumora in Varde"), "2031-04-14", ["Tessel", "Lumora"])
        .Claim("bubble", "Petra Vance argues that battery stocks are overvalued.", "Petra Vance", ClaimStatus.Editorial,
            Gist("kestrel-note", "Battery stocks are overvalued"), "2031-04-15", [])
        .Claim("capacity", "The Q7 holds 27% more energy than the Q5 but is 1.5 percentage points less efficient.", "Lumora", ClaimStatus.Supported,
            Gist("lumora-report", "The Q7 holds 27% more energy than the Q5 and is 1.5 percentage points less efficient"), "2031-03-02", ["Q7", "Q5"])
        .Record(new Claim
        {
            Id = new RecordId(RecordKind.Claim, "recall"),
            Statement = "Lumora recalled 300 cells.",
            Claimant = "Volt Blog",
            Status = ClaimStatus.Contradicted,
            Evidence = [Gist("blog", "Lumora recalled 300 cells")],
            Review = ReviewState.Retracted,
            Retraction = new Retraction(StoryDate.OfDay(2031, 4, 20), "the blog withdrew it"),
        })
        .Record(new Claim
        {
            Id = new RecordId(RecordKind.Claim, "unread"),
            Statement = "Lumora was founded in 2019.",
            Claimant = "Northern Wire",
            Status = ClaimStatus.Supported,
            Evidence = [Gist("wire", "Lumora was founded in 2019")],
            Review = ReviewState.Draft,
        })
        .Record(new Claim
        {
            Id = new RecordId(RecordKind.Claim, "deal"),
            Statement = "Tessel signed a contract with Lumora.",
            Claimant = "Northern Wire",
            Status = ClaimStatus.Supported,
            Evidence = [Gist("wire", "Tessel signed a contract with Lumora")],
            Embargo = Now.AddDays(3),
        });

    private static void AddQuotes(PackBuilder pack) => pack
        .Quote("lind-minutes", "Oskar Lind", "Five minutes is enough for a coffee and a full battery.", Excerpt("wire", "\"Five minutes is enough for a coffee and a full battery.\""),
            "2031-04-14", "chief executive", "Lumora", "Press conference",
            asPrinted: new AsPrinted(new SourceId("blog"), "Five minutes suffice for an espresso and a complete battery."))
        .Quote("vance-miracle", "Petra Vance", "Chemistry does not do miracles: 'trust me' is not a test.", Excerpt("kestrel-note", "Chemistry does not do miracles: 'trust me' is not a test."),
            "2031-04-15", "analyst", "Kestrel Research", "Client note")
        .Quote("vance-paraphrase", "Petra Vance", "Investors should wait for a test.", Gist("blog", "Investors should wait for a test"), "2031-04-16", isParaphrase: true);

    private static void AddFigures(PackBuilder pack) => pack
        .Fact("lumora-close-change", "Lumora", "change", -12.4m, "percent", Gist("wire", "Lumora closed 12.4% lower on 14 April 2031"), "2031-04-14", MarketBasis.Close)
        .Fact("lumora-close-points", "Lumora", "change", -2.63m, "USD", Gist("wire", "Lumora closed $2.63 lower on 14 April 2031"), "2031-04-14", MarketBasis.Close)
        .Fact("lumora-close-level", "Lumora", "price", 18.60m, "USD", Gist("wire", "Lumora closed at $18.60 on 14 April 2031"), "2031-04-14", MarketBasis.Close)
        .Fact("lumora-open-change", "Lumora", "change", -15.1m, "percent", Gist("wire", "Lumora opened 15.1% lower on 14 April 2031"), "2031-04-14", MarketBasis.Open)
        .Fact("veld-close-change", "Veld 100", "change", 0.85m, "percent", Gist("wire", "The Veld 100 closed 0.85% higher on 14 April 2031"), "2031-04-14", MarketBasis.Close)
        .Fact("lumora-value-lost", "Lumora", "market value lost", 3.2m, "USD billion", Gist("wire", "The fall erased about $3.2 billion of Lumora's market value"), "2031-04-14", MarketBasis.Close, FigurePrecision.About)
        .Fact("q7-cycles", "Q7", "capacity after 2,000 cycles", 91.5m, "percent", Gist("lumora-report", "The Q7 keeps 91.5% of its capacity after 2,000 cycles"), "2031-03-02")
        .Fact("q5-cycles", "Q5", "capacity after 2,000 cycles", 84.2m, "percent", Gist("lumora-report", "The Q5 keeps 84.2% of its capacity after 2,000 cycles"), "2031-03-02")
        .Fact("grant", "Lumora", "planned state grant", 500m, "USD million", Gist("wire", "The state plans a grant of up to $500 million for Lumora"), "2031-04-14", null, FigurePrecision.UpTo);
}
