using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Knowledge;

public sealed class KnowledgePipelineTests
{
    // The example of the pack's contract, with the records that it names.
    private const string ContractClaims = """
        - id: training-cost
          refs: [C10, M10]
          statement: DeepSeek is reported to say that training R1 cost only $5.6 million.
          claimant: DeepSeek
          about: [DeepSeek-R1]
          status: contradicted
          date: 2025-01-27
          topics: [cost]
          evidence:
            - {source: seed-article, paragraph: 4, gist: "R1 said to have cost only $5.6 million to train"}
          disputes:
            - {by: DeepSeek, source: v3-report, excerpt: "excluding the costs", claim: v3-training-cost}
          superseded-by: v3-training-cost
          review: reviewed
        - id: v3-training-cost
          statement: The final training run of V3 cost 5.576 million dollars.
          claimant: DeepSeek
          about: [DeepSeek-V3]
          status: supported
          topics: []
          embargo: 2025-02-01T09:00Z
          evidence:
            - {source: v3-report, excerpt: "5.576M"}
        """;

    [Fact]
    public void Load_GoodPack_GivesAllThatItSays()
    {
        using var pack = new TemporaryPack();

        var load = pack.Load();

        Assert.Empty(load.Report.Findings);
        var snapshot = load.Snapshot!;
        Assert.Equal("harbour", snapshot.Story.Id.Value);
        Assert.Equal(["the bridge"], snapshot.Story.Entities[0].Aliases);
        Assert.Equal(["report", "blog"], snapshot.Sources.Select(source => source.Id.Value));
        Assert.Equal(new Uri("https://example.org/report"), snapshot.Sources[0].Url);
        Assert.True(snapshot.Sources[1].WordingUnreliable);
        var claim = Assert.Single(snapshot.Claims);
        Assert.Equal("40 million euros", claim.Statement[^17..^1]);
        Assert.Equal(StoryDate.OfDay(2024, 5, 2), claim.Date);
        Assert.Equal(2, Assert.Single(claim.Evidence).Paragraph);
        Assert.Equal(3, snapshot.Passages.Count);
        Assert.Equal("Work is under way.", snapshot.Passages.Find(new PassageId(new SourceId("report"), 1))?.Text);
    }

    [Fact]
    public void Load_ExampleOfTheContract_KeepsEveryKey()
    {
        using var pack = new TemporaryPack();
        pack.Write("claims.yaml", ContractClaims);
        pack.Write("sources.yaml", """
            - {id: seed-article, title: T, publisher: P, grade: C, wording: unreliable}
            - {id: v3-report, title: T, publisher: DeepSeek, grade: A, author: A, published: 2024-12, note: N}
            """);
        pack.Delete("sources/report.md");
        pack.Delete("sources/blog.md");

        var claim = pack.LoadGood().Claims[0];

        var other = new RecordId(RecordKind.Claim, "v3-training-cost");
        Assert.Equal(["C10", "M10"], claim.Refs);
        Assert.Equal(ClaimStatus.Contradicted, claim.Status);
        Assert.Equal("R1 said to have cost only $5.6 million to train", claim.Evidence[0].Gist);
        Assert.Equal("DeepSeek", claim.Disputes[0].By);
        Assert.Equal("excluding the costs", claim.Disputes[0].Evidence.Excerpt);
        Assert.Equal(other, claim.Disputes[0].Claim);
        Assert.Equal(other, claim.SupersededBy);
        Assert.Equal(1, claim.Line);
    }

    [Fact]
    public void Load_QuotesAndMarket_KeepEveryKey()
    {
        using var pack = new TemporaryPack();
        pack.Write("quotes.yaml", """
            - id: late
              refs: [Q1]
              speaker: Ann Reed
              role: director
              organisation: Port Authority
              text: Work is under way.
              venue: report
              date: 2024-05
              as-printed: {source: blog, text: Works be under the way.}
              evidence: [{source: report, paragraph: 1, excerpt: Work is under way.}]
              review: retracted
              retracted: {on: 2024-06-01, because: It was not her.}
            - {id: gist, speaker: Ann Reed, text: She is tired., wording: paraphrase, evidence: [{source: blog, gist: tired}]}
            """);
        pack.Write("market.yaml", """
            - id: share
              refs: [M1]
              instrument: Bridge plc
              symbol: BRG
              measure: change
              value: -3.5
              unit: percent
              precision: more-than
              basis: close
              date: 2024-05-02T16:00-05:00
              evidence: [{source: blog, gist: fell}]
            """);

        var snapshot = pack.LoadGood();

        var quote = snapshot.Quotes[0];
        Assert.Equal(("Ann Reed", "director", "Port Authority", "report"), (quote.Speaker, quote.Role, quote.Organisation, quote.Venue));
        Assert.Equal(new AsPrinted(new SourceId("blog"), "Works be under the way."), quote.AsPrinted);
        Assert.Equal(ReviewState.Retracted, quote.Review);
        Assert.Equal(new Retraction(StoryDate.OfDay(2024, 6, 1), "It was not her."), quote.Retraction);
        Assert.True(snapshot.Quotes[1].IsParaphrase);
        var fact = Assert.Single(snapshot.MarketFacts);
        Assert.Equal(("Bridge plc", "BRG", "change", -3.5m, "percent"), (fact.Instrument, fact.Symbol, fact.Measure, fact.Value, fact.Unit));
        Assert.Equal((FigurePrecision.MoreThan, MarketBasis.Close), (fact.Precision, fact.Basis));
        Assert.Equal(TimeSpan.FromHours(-5), fact.Date?.Start.Offset);
    }

    [Fact]
    public void Load_PassagesOnly_Loads()
    {
        using var pack = new TemporaryPack();
        pack.Delete("claims.yaml");

        var snapshot = pack.LoadGood();

        Assert.Empty(snapshot.Records);
        Assert.Equal(3, snapshot.Passages.Count);
    }

    [Theory]
    [InlineData("late", "Claim")]
    [InlineData("only-quote", "Quote")]
    [InlineData("only-market", "MarketFact")]
    [InlineData("quotes/late", "Quote")]
    [InlineData("market/late", "MarketFact")]
    public void Load_BareReference_NamesAClaimThenAQuoteThenAFigure(string reference, string kind)
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", $$"""

              superseded-by: {{reference}}
            - {id: late, statement: S, claimant: C, about: [], status: editorial, topics: [], evidence: [{source: blog, gist: g}]}
            """);
        pack.Write("quotes.yaml", """
            - {id: late, speaker: A, text: T, evidence: [{source: blog, gist: g}]}
            - {id: only-quote, speaker: A, text: T, evidence: [{source: blog, gist: g}]}
            """);
        pack.Write("market.yaml", """
            - {id: late, instrument: A, measure: price, value: 1, unit: USD, precision: exact, evidence: [{source: blog, gist: g}]}
            - {id: only-market, instrument: A, measure: price, value: 1, unit: USD, precision: exact, evidence: [{source: blog, gist: g}]}
            """);

        var reached = pack.LoadGood().Claims[0].SupersededBy;

        Assert.Equal(Enum.Parse<RecordKind>(kind), reached?.Kind);
    }
}
