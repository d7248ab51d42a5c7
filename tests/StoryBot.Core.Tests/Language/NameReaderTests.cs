using StoryBot.Core.Language;

namespace StoryBot.Core.Tests.Language;

public sealed class NameReaderTests
{
    [Theory]
    [InlineData("said Michael Block of Third Seven Capital on Monday", "Michael Block of Third Seven Capital")]
    [InlineData("the S&P 500 closed", "S&P 500")]
    [InlineData("and Claude-3.5-Sonnet-1022 leads GPT-4o", "Claude-3.5-Sonnet-1022|GPT-4o")]
    [InlineData("DeepSeek's R1 model", "DeepSeek|R1")]
    [InlineData("in January 2025 on Monday", "")]
    [InlineData("The company's app", "")]
    [InlineData("the U.S. market", "U.S.")]
    [InlineData("on an iPhone", "iPhone")]
    [InlineData("Yann LeCun (Meta) wrote on X", "Yann LeCun|Meta|X")]
    public void Read_Text_FindsNames(string text, string names) =>
        Assert.Equal(names, string.Join('|', NameReader.Read(text).Select(name => name.In(text).ToString())));

    [Fact]
    public void Read_FirstWord_IsMarkedAsDoubtful()
    {
        Assert.True(Assert.Single(NameReader.Read("Training was cheap.")).IsAtSentenceStart);
        Assert.False(Assert.Single(NameReader.Read("OpenAI was cheap.")).IsAtSentenceStart);
    }
}
