using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Knowledge.Snapshots;

public sealed class ReaderScopeTests
{
    private static readonly DateTimeOffset Now = new(2031, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2031-04-14", "2031-04-14T12:00:00-05:00", false)] // the day is not over
    [InlineData("2031-04-14", "2031-04-14T23:59:59.9999999-05:00", true)]
    [InlineData("2031-04-14", "2031-04-15T00:30:00+02:00", true)] // by the clock that the moment is given in
    [InlineData("2031-04-13", "2031-04-14T12:00:00-05:00", true)]
    [InlineData("2031-04", "2031-04-14T12:00:00Z", true)]
    [InlineData("2031-05", "2031-04-14T12:00:00Z", false)]
    [InlineData("2031-04-14T11:59-05:00", "2031-04-14T12:00:00-05:00", true)]
    [InlineData("2031-04-14T12:01-05:00", "2031-04-14T12:00:00-05:00", false)]
    public void Record_AsOfAMoment_IsSeenWhenItWasKnownByThen(string date, string moment, bool isSeen)
    {
        Assert.Equal(isSeen, Scope(moment).Sees(Fact(date, basis: null)));
    }

    [Theory]
    [InlineData(MarketBasis.Open, true)]
    [InlineData(MarketBasis.Intraday, true)]
    [InlineData(MarketBasis.Close, false)]
    public void Figure_OfTheSameDay_IsSeenBeforeItsEndUnlessItIsTheClose(MarketBasis basis, bool isSeen)
    {
        Assert.Equal(isSeen, Scope("2031-04-14T12:00:00-05:00").Sees(Fact("2031-04-14", basis)));
    }

    [Theory]
    [InlineData("2031-06-01", "2031-04-14T12:00:00-05:00", false)] // a later development
    [InlineData("2031-06-01", "2031-06-02T12:00:00-05:00", true)]
    [InlineData("2031-04-20", "2031-04-14T12:00:00-05:00", true)] // what was so before may be told at any time within the story
    [InlineData(null, "2031-04-14T12:00:00-05:00", true)]
    public void Record_WithoutADate_IsKnownFromItsFirstSourceWhenThatIsLaterThanTheStory(string? published, string moment, bool isSeen)
    {
        var source = new Source
        {
            Id = new SourceId("wire"),
            Title = "Wire",
            Publisher = "Wire",
            Grade = SourceGrade.B,
            Published = StoryDate.TryParse(published ?? string.Empty, out var day) ? day : null,
        };
        var story = new Story { Id = new StoryId("veld"), Title = "Veld", Summary = "Veld.", AsOf = StoryDate.OfDay(2031, 4, 30) };
        var snapshot = new KnowledgeSnapshot(new SnapshotId("veld"), story, [source], [Fact(string.Empty, basis: null)], PassageCatalog.Empty);

        Assert.Equal(isSeen, Scope(moment).Sees(snapshot.Records[0]));
    }

    private static ReaderScope Scope(string moment) => new(Now, AsOf: DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

    private static MarketFact Fact(string date, MarketBasis? basis) => new()
    {
        Id = new RecordId(RecordKind.MarketFact, "close"),
        Date = StoryDate.TryParse(date, out var day) ? day : null,
        Evidence = [new Evidence { Source = new SourceId("wire"), Excerpt = "down 3%" }],
        Instrument = "Veld 100",
        Measure = "change",
        Value = -3,
        Unit = "%",
        Precision = FigurePrecision.Exact,
        Basis = basis,
    };
}
