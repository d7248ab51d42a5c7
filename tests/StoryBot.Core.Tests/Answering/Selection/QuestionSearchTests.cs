using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Selection;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Answering.Selection;

public sealed class QuestionSearchTests : IDisposable
{
    private readonly LuceneEvidenceSearch _search = LuceneEvidenceSearch.Open(InventedPack.Build(), new EvidenceSearchOptions(), TestContext.Current.CancellationToken);

    public void Dispose() => _search.Dispose();

    [Theory]
    [InlineData("did they blow a fortune developing the Q7", "development-cost")] // "spent", "cost"
    [InlineData("which plant would the car maker put up there, in Varde", "factory")]
    [InlineData("is the recall story bogus", "recall")]
    public void Search_OtherWordsThanTheRecords_FindsTheRecordFirst(string words, string expected)
    {
        var hits = Search(words, 3);

        Assert.StartsWith(expected, hits[0].Record?.Id.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Search_Top_IsTheMostHits(int top)
    {
        var hits = Search("charging time of the Q7", top);

        Assert.InRange(hits.Count, 1, top);
        Assert.Equal(hits.Select(hit => hit.Score).OrderDescending(), hits.Select(hit => hit.Score));
    }

    [Fact]
    public void Search_NoWords_FindsNothing() => Assert.Empty(Search("?!", 3));

    private IReadOnlyList<EvidenceHit> Search(string words, int top) =>
        new QuestionSearch(_search).Search(words, new ReaderScope(InventedPack.Now), top, TestContext.Current.CancellationToken).Hits;
}
