using StoryBot.Core.Knowledge.Changes;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;
using static StoryBot.Testing.PackBuilder;

namespace StoryBot.Core.Tests.Knowledge.Changes;

public sealed class SnapshotDiffTests
{
    private static readonly ReaderScope Scope = new(InventedPack.Now);

    [Theory]
    [InlineData("The Q7 costs $40 million.")]
    [InlineData("The  Q7 costs $40 million")]
    [InlineData("the Q7 – costs $40 million.")]
    public void Between_CosmeticEdit_TellsNothing(string statement) =>
        Assert.Empty(Changes(Pack("The Q7 costs $40 million."), Pack(statement)));

    [Theory]
    [InlineData("The Q7 costs $41 million.")]
    [InlineData("The Q7 does not cost $40 million.")]
    [InlineData("The Q5 costs $40 million.")]
    public void Between_StatementChanged_TellsField(string statement)
    {
        var change = Assert.Single(Changes(Pack("The Q7 costs $40 million."), Pack(statement)));

        Assert.Equal((ChangeKind.Changed, "statement"), (change.Kind, Assert.Single(change.Fields)));
    }

    [Fact]
    public void Between_StatusAndSignChanged_AreSubstance()
    {
        var before = Pack("The Q7 costs $40 million.").Fact("move", "Lumora", "change", -3.5m, "percent", Gist("wire", "Lumora 3.5% lower"), "2031-04-14", MarketBasis.Close);
        var after = Pack("The Q7 costs $40 million.", ClaimStatus.Contradicted).Fact("move", "Lumora", "change", 3.5m, "percent", Gist("wire", "Lumora 3.5% higher"), "2031-04-14", MarketBasis.Close);

        Assert.Equal(["status", "value"], Changes(before, after).Select(change => Assert.Single(change.Fields)));
    }

    [Fact]
    public void Between_QuotationOfOtherCase_IsSubstance()
    {
        var before = Pack("The Q7 costs $40 million.").Quote("words", "Oskar Lind", "We did it", Excerpt("wire", "\"We did it\""));
        var after = Pack("The Q7 costs $40 million.").Quote("words", "Oskar Lind", "We DID it", Excerpt("wire", "\"We DID it\""));

        Assert.Equal("text", Assert.Single(Assert.Single(Changes(before, after)).Fields));
    }

    [Fact]
    public void Between_NewAndRemovedRecords_AreTold()
    {
        var after = new PackBuilder().Source("wire", "News", "Northern Wire")
            .Claim("other", "The Q5 is sold out.", "Lumora", ClaimStatus.Unverified, Gist("wire", "The Q5 is sold out"));

        Assert.Equal([ChangeKind.New, ChangeKind.Removed], Changes(Pack("The Q7 costs $40 million."), after).Select(change => change.Kind));
    }

    [Fact]
    public void Between_RecordTakenBack_IsRetractedOnce()
    {
        var before = Pack("The Q7 costs $40 million.").Build();
        var after = Retracted(before);

        Assert.Equal(ChangeKind.Retracted, Assert.Single(SnapshotDiff.Between(before, Scope, after, Scope)).Kind);
        Assert.Empty(SnapshotDiff.Between(after, Scope, after, Scope));
    }

    [Fact]
    public void Between_EmbargoThatEnds_MakesTheRecordNew()
    {
        var snapshot = InventedPack.Build();

        var change = Assert.Single(SnapshotDiff.Between(snapshot, Scope, snapshot, new ReaderScope(InventedPack.Now.AddDays(4))));

        Assert.Equal((ChangeKind.New, "claims/deal"), (change.Kind, change.Id.ToString()));
    }

    private static IReadOnlyList<RecordChange> Changes(PackBuilder before, PackBuilder after) =>
        SnapshotDiff.Between(before.Build(), Scope, after.Build(), Scope);

    private static PackBuilder Pack(string statement, ClaimStatus status = ClaimStatus.Unverified) => new PackBuilder()
        .Source("wire", "News", "Northern Wire")
        .Claim("cost", statement, "Lumora", status, Gist("wire", "The Q7 costs $40 million"), "2031-04-14");

    private static KnowledgeSnapshot Retracted(KnowledgeSnapshot snapshot) => new(
        new SnapshotId("ffffffffffffffff"),
        snapshot.Story,
        snapshot.Sources,
        [.. snapshot.Records.Select(record => (Claim)record with { Review = ReviewState.Retracted, Retraction = new Retraction(StoryDate.OfDay(2031, 4, 20), "it was wrong") })],
        snapshot.Passages);
}
