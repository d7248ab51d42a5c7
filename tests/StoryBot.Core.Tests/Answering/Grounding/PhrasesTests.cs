using StoryBot.Core.Answering.Grounding;

namespace StoryBot.Core.Tests.Answering.Grounding;

public sealed class PhrasesTests
{
    [Theory]
    [InlineData("who wants to take over the mill", "acquire")]
    [InlineData("they took over the mill", "acquire")]
    [InlineData("it came out on top of the table", "top")] // the longest that fits, not "came out"
    [InlineData("what was left out", "exclude")]
    public void Find_TurnOfPhrase_IsThePlainWord(string text, string meaning) =>
        Assert.Equal(meaning, Assert.Single(Phrases.Find(Stems.Of(text))).Meaning);

    [Fact]
    public void Find_PhraseWithoutSubject_MeansNothing() => Assert.Null(Assert.Single(Phrases.Find(Stems.Of("in what order did it happen"))).Meaning);

    [Fact]
    public void Find_TwoPhrases_DoNotOverlap()
    {
        var found = Phrases.Find(Stems.Of("who set up the firm and who pulled out"));

        Assert.Equal(["founded", "withdraw"], found.Select(phrase => phrase.Meaning));
        Assert.True(found[0].Start + found[0].Length <= found[1].Start);
    }

    [Theory]
    [InlineData("")]
    [InlineData("take")]
    [InlineData("over and take")]
    public void Find_NoPhrase_IsEmpty(string text) => Assert.Empty(Phrases.Find(Stems.Of(text)));
}
