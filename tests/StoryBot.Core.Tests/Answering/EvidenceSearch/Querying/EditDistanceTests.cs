using StoryBot.Core.Answering.EvidenceSearch.Querying;

namespace StoryBot.Core.Tests.Answering.EvidenceSearch.Querying;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("bridge", "bridge", 0)]
    [InlineData("bridge", "birdge", 1)]
    [InlineData("bridge", "brige", 1)]
    [InlineData("bridge", "bridges", 1)]
    [InlineData("bridge", "fridge", 1)]
    [InlineData("bridge", "ridgeb", 2)]
    [InlineData("", "abc", 3)]
    public void Between_Words_CountsEdits(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(left, right));
        Assert.Equal(expected, EditDistance.Between(right, left));
    }
}
