using StoryBot.Host.Batches;

namespace StoryBot.Host.Tests.Batches;

public sealed class BatchLineTests
{
    [Fact]
    public void Line_WithAllKeys_IsRead()
    {
        var line = BatchLine.Parse(3, """{"id":"a7","q":"who?","thread":"t1","kind":"extra"}""");

        Assert.Equal(3, line.Number);
        Assert.Equal("a7", line.Id?.GetString());
        Assert.Equal("who?", line.Query);
        Assert.Equal("t1", line.Thread);
        Assert.Null(line.Error);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",")]
    [InlineData("who?")]
    [InlineData("[1]")]
    [InlineData("\"who?\"")]
    [InlineData("{\"id\":\"a\"}")]
    [InlineData("{\"id\":\"a\",\"q\":5}")]
    [InlineData("{\"id\":\"a\",\"q\":\"\\ud800\"}")]
    public void Line_ThatCannotBeUsed_SaysWhatIsWrong(string text)
    {
        var line = BatchLine.Parse(1, text);

        Assert.Null(line.Query);
        Assert.False(string.IsNullOrEmpty(line.Error));
    }

    [Fact]
    public void Line_WithoutQuestion_KeepsItsId()
    {
        Assert.Equal(12, BatchLine.Parse(1, """{"id":12}""").Id?.GetInt32());
    }

    [Theory]
    [InlineData("""{"q":"who?","thread":null}""", null)]
    [InlineData("""{"q":"who?","thread":7}""", "7")]
    public void Thread_OfAnyType_IsAName(string text, string? thread)
    {
        Assert.Equal(thread, BatchLine.Parse(1, text).Thread);
    }
}
