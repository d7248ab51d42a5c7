using StoryBot.Core.Language;

namespace StoryBot.Core.Tests.Language;

public sealed class PolarityTests
{
    [Theory]
    [InlineData("The index rose 2%", 1)]
    [InlineData("The index closed up 2%", 1)]
    [InlineData("shares gained", 1)]
    [InlineData("shares are falling", -1)]
    [InlineData("it closed down 1.46%", -1)]
    [InlineData("lost $593B", -1)]
    [InlineData("set up a company up to 5", 0)]
    [InlineData("the company broke down the figures", 0)]
    [InlineData("rose, then fell", 0)]
    public void Movement_Text_HasDirection(string text, int direction) => Assert.Equal(direction, Polarity.Movement(text));

    [Theory]
    [InlineData("It did not rise.", 1)]
    [InlineData("It didn\u2019t rise and never will.", 2)]
    [InlineData("It reached No. 1.", 0)]
    [InlineData("Not only did it rise", 0)]
    [InlineData("It failed to rise", 1)]
    public void Scopes_Text_HasSoManyNegations(string text, int count) => Assert.Equal(count, Polarity.Scopes(text, Tokenizer.Read(text)).Count);

    [Fact]
    public void Scopes_Clause_EndsTheDenial()
    {
        const string Text = "It did not rise, but Meta gained.";
        var tokens = Tokenizer.Read(Text);

        var scope = Assert.Single(Polarity.Scopes(Text, tokens));

        Assert.True(scope.Covers(tokens.FindIndex(token => token.Is(Text, "rise"))));
        Assert.False(scope.Covers(tokens.FindIndex(token => token.Is(Text, "gained"))));
    }

    [Theory]
    [InlineData("confirmed", "denies")]
    [InlineData("supports", "opposed")]
    [InlineData("bought", "sold")]
    [InlineData("true", "false")]
    [InlineData("verified", "unverified")]
    [InlineData("expensive", "cheaper")]
    [InlineData("possible", "impossible")]
    public void AreOpposite_Antonyms_AreFound(string left, string right) =>
        Assert.True(Polarity.AreOpposite(Words.Stem(left), Words.Stem(right)));

    [Theory]
    [InlineData("rose", "gained")]
    [InlineData("increase", "crease")]
    [InlineData("invest", "vest")]
    [InlineData("unit", "it")]
    public void AreOpposite_OtherWords_AreNot(string left, string right) =>
        Assert.False(Polarity.AreOpposite(Words.Stem(left), Words.Stem(right)));
}
