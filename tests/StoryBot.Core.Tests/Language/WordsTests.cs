using StoryBot.Core.Language;

namespace StoryBot.Core.Tests.Language;

public sealed class WordsTests
{
    [Theory]
    [InlineData("closed", "closing")]
    [InlineData("closes", "close")]
    [InlineData("studies", "studied")]
    [InlineData("fell", "falling")]
    [InlineData("lost", "loses")]
    [InlineData("planned", "plans")]
    [InlineData("sold", "selling")]
    [InlineData("prices", "pricing")]
    [InlineData("models", "model")]
    public void Stem_Inflections_Meet(string left, string right) => Assert.Equal(Words.Stem(left), Words.Stem(right));

    [Theory]
    [InlineData("rise", "fall")]
    [InlineData("million", "billion")]
    [InlineData("meta", "met")]
    public void Stem_DifferentWords_StayApart(string left, string right) =>
        Assert.NotEqual(Words.Stem(left), Words.Stem(right));

    [Theory]
    [InlineData("DeepSeek\u2019s", "deepseek")]
    [InlineData("Don\u2019t", "don't")]
    public void Fold_Word_IsLowerAndWithoutPossessive(string word, string folded) => Assert.Equal(folded, Words.Fold(word));
}
