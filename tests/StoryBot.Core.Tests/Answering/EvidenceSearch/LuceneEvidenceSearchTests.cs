using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Answering.EvidenceSearch;

public sealed class LuceneEvidenceSearchTests
{
    private static readonly Entity Arden = new()
    {
        Name = "Arden Works",
        Kind = "organisation",
        Aliases = ["AW", "Ardun"],
        Roles = ["the builder", "crane maker"],
    };

    private static readonly KnowledgeRecord[] Records =
    [
        SearchStory.Claim("cost", "The bridge cost 40 million euros to build."),
        SearchStory.Claim("steel", "The steel came from Lorraine.", "Ministry"),
        SearchStory.Quote("engineer", "Jo Bell", "It will stand for two hundred years."),
        SearchStory.Change("share", "Arden Works", -4.5m, StoryDate.OfDay(2024, 5, 3)),
        SearchStory.Change("share-later", "Arden Works", 2.5m, StoryDate.OfDay(2024, 5, 20)),
    ];

    [Theory]
    [InlineData("How much did the bridge cost?", "cost")]
    [InlineData("where is the steal from Loraine from", "steel")]
    [InlineData("bridge costs", "cost")]
    [InlineData("standing for 200 years", "engineer")]
    public void Search_PlainWords_FindsTheRecord(string query, string expected)
    {
        using var search = SearchStory.Open(SearchStory.Snapshot(Records, [Arden]));

        Assert.Equal(expected, search.First(query));
    }

    [Theory]
    [InlineData("AW shares")]
    [InlineData("how did the crane maker do on the stock market")]
    [InlineData("Ardn Works shares")]
    public void Search_AliasRoleOrTypo_FindsRecordsAboutTheEntity(string query)
    {
        using var search = SearchStory.Open(SearchStory.Snapshot(Records, [Arden]));

        Assert.StartsWith("share", search.First(query), StringComparison.Ordinal);
    }

    [Fact]
    public void Search_Typo_NeverOutranksTheExactWord()
    {
        using var search = SearchStory.Open(SearchStory.Snapshot(
            [SearchStory.Claim("form", "The form was signed."), SearchStory.Claim("farm", "The farm was signed.")]));

        Assert.Equal(["form", "farm"], search.Search("form signed").Select(hit => hit.Record!.Id.Value));
        Assert.Equal(["farm", "form"], search.Search("farm signed").Select(hit => hit.Record!.Id.Value));
    }

    [Fact]
    public void Search_DraftAndEmbargoedAndLaterRecords_AreNotSeen()
    {
        var draft = SearchStory.Claim("draft", "The bridge sways.") with { Review = ReviewState.Draft };
        var embargoed = SearchStory.Claim("embargoed", "The bridge sways.") with { Embargo = SearchStory.Now.AddDays(1) };
        var dated = SearchStory.Claim("dated", "The bridge sways.") with { Date = StoryDate.OfDay(2024, 5, 10) };
        using var search = SearchStory.Open(SearchStory.Snapshot([draft, embargoed, dated]));

        Assert.Equal(["dated"], Ids(search, SearchStory.Anyone));
        Assert.Equal(["embargoed", "dated"], Ids(search, SearchStory.Anyone with { IsCleared = true }).Order().Reverse());
        Assert.Empty(Ids(search, SearchStory.Anyone with { AsOf = new DateTimeOffset(2024, 5, 9, 0, 0, 0, TimeSpan.Zero) }));

        static IEnumerable<string> Ids(LuceneEvidenceSearch search, ReaderScope scope) =>
            search.Search("does the bridge sway", scope).Select(hit => hit.Record!.Id.Value);
    }

    [Fact]
    public void Search_DateInThePlan_PrefersTheRecordOfThatDay()
    {
        using var search = SearchStory.Open(SearchStory.Snapshot(Records, [Arden]));
        var day = new DateOnly(2024, 5, 20);

        var hits = search.Search(
            new EvidenceQuery
            {
                Text = "Arden Works share change",
                Scope = SearchStory.Anyone,
                Part = new QuestionPart { Text = "Arden Works share change", Intent = Intent.MarketMove, When = new DateRange(day, day) },
            },
            CancellationToken.None).Hits;

        Assert.Equal("share-later", hits[0].Record!.Id.Value);
    }

    [Fact]
    public void Search_PassageAndItsRecord_PutsTheRecordFirst()
    {
        using var search = SearchStory.Open(SearchStory.Snapshot(Records, passages: ["The bridge cost 40 million euros to build."]));

        var hits = search.Search("what did the bridge cost");

        Assert.Equal("cost", hits[0].Record?.Id.Value);
        Assert.Equal(1, hits[1].Passage?.Id.Paragraph);
    }

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("\U0001F600")]
    public void Search_NoWords_FindsNothing(string query)
    {
        using var search = SearchStory.Open(SearchStory.Snapshot(Records));

        var found = search.Search(new EvidenceQuery { Text = query, Scope = SearchStory.Anyone }, CancellationToken.None);

        Assert.Empty(found.Hits);
        Assert.True(found.Answerability.IsTopicAbsent);
    }

    [Fact]
    public void Search_EmptyPack_FindsNothing()
    {
        using var search = SearchStory.Open(SearchStory.Snapshot([]));

        Assert.Empty(search.Search("anything at all"));
    }

    [Fact]
    public void Search_VeryLongQuery_StillRanks()
    {
        using var search = SearchStory.Open(SearchStory.Snapshot(Records));

        Assert.Equal("steel", search.First("steel from Lorraine " + string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"word{i}"))));
    }
}
