using StoryBot.Core.Language;

namespace StoryBot.Core.Tests.Language;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two.", 2)]
    [InlineData("The U.S. market fell 1.46% to 6,012.28. It rose later.", 2)]
    [InlineData("It reached No. 1 on Sunday. Then it fell.", 2)]
    [InlineData("Dr. Smith and J. Doe met Mr. X in Jan. 2025. They left.", 2)]
    [InlineData("He works in the U.S. The rest stayed.", 2)]
    [InlineData("She wrote: \"It is wrong. It is late.\" Nobody answered.", 2)]
    [InlineData("She wrote \u201CIt is wrong. It is late\u201D on X.", 1)]
    [InlineData("Really?! Yes.", 2)]
    [InlineData("First line\n\nSecond line", 2)]
    [InlineData("an unpaired \" mark. Another one.", 2)]
    [InlineData("lower. case follows", 1)]
    [InlineData("", 0)]
    [InlineData("   \n ", 0)]
    public void Split_Text_HasSoManySentences(string text, int count) => Assert.Equal(count, SentenceSplitter.Split(text).Count);

    [Fact]
    public void Split_Text_KeepsEveryCharacterButWhiteSpace()
    {
        const string Text = "A \"b. C\" d. E (f). \u201CG?\u201D H.";

        Assert.Equal(Text.Replace(" ", "", StringComparison.Ordinal), string.Concat(SentenceSplitter.Split(Text)).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Split_ManyUnpairedMarks_EndsSoon() => Assert.NotEmpty(SentenceSplitter.Split(string.Concat(Enumerable.Repeat("\u201C\u00AB a. B ", 20_000))));
}
