using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Answering.Grounding;

public sealed class RecordProfileTests
{
    private static readonly RecordProfile Cost = new StoryProfile(InventedPack.Build()).Of(new RecordId(RecordKind.Claim, "development-cost-report"))!;

    [Theory]
    [InlineData("$412 million", true)]
    [InlineData("410 million", true)]
    [InlineData("$400 million", true)]
    [InlineData("$420 million", false)]
    [InlineData("$500 million", false)]
    [InlineData("$412 billion", false)]
    [InlineData("412", false)]
    [InlineData("999999999999999999999999999 million", false)]
    public void Figure_RoundedAsPeopleDo_IsTheRecords(string asked, bool isIts)
    {
        Assert.Equal(isIts, QuantityReader.Read(asked).Any(Cost.Has));
    }
}
