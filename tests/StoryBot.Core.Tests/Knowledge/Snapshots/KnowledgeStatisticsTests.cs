using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Knowledge.Snapshots;

public sealed class KnowledgeStatisticsTests
{
    [Fact]
    public void Of_Snapshot_CountsEveryKind()
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", """

            - {id: b, statement: S, claimant: C, about: [], status: editorial, topics: [], evidence: [{source: blog, gist: g}], date: 2024-01, review: draft, embargo: 2024-06-01}
            - {id: c, statement: S, claimant: C, about: [], status: editorial, topics: [], evidence: [{source: blog, gist: g}], disputes: [{by: B, source: blog, gist: g}], superseded-by: b}
            """);
        pack.Write("quotes.yaml", "- {id: q, speaker: A, text: T, evidence: [{source: blog, gist: g}]}\n");

        var counts = KnowledgeStatistics.Of(pack.LoadGood());

        Assert.Equal([3, 1, 0], counts.Records.Values);
        Assert.Equal((1, 2, 0), (counts.Claims[ClaimStatus.Supported], counts.Claims[ClaimStatus.Editorial], counts.Claims[ClaimStatus.Partly]));
        Assert.Equal([1, 3, 0], counts.Reviews.Values);
        Assert.Equal([1, 0, 1], counts.Sources.Values);
        Assert.Equal((1, 1, 1, 1), (counts.SourcesWithAddress, counts.SourcesNotQuoted, counts.Embargoed, counts.Superseded));
        Assert.Equal((1, 5, 3), (counts.DisputedBySomebody, counts.Evidence, counts.Passages));
        Assert.Equal(("2024-01", "2024-05-02"), (counts.Dates?.First.ToString(), counts.Dates?.Last.ToString()));
    }
}
