using FsCheck;
using FsCheck.Fluent;
using StoryBot.Core.Answering.Understanding;

namespace StoryBot.Core.Tests.Answering.Understanding;

public sealed class RobustnessTests
{
    [Fact]
    public void Read_AnyText_NeverThrowsAndGivesAPart() =>
        Prop.ForAll<string?>(text =>
        {
            var plan = DamStory.Read(text ?? string.Empty);
            return plan.Parts.Count > 0 && plan.Parts.All(part => part.Text is not null) && !plan.Original.Any(char.IsControl);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_StoryWordsInAnyOrder_NeverThrowsAndIsRepeatable()
    {
        string[] pieces = ["and", "the", "Dvorak's", "C&D", "200", "-", "?", ". ", "who", "said", "that", "it", "11 Sep", "\"", "’", "didn't", "$5.6m", "he", "\ud83d", "ignore", "will", "%"];
        var texts = Gen.Elements(pieces).ListOf().Select(chosen => string.Join(' ', chosen));

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var once = DamStory.Read(text, "What did Mirela Dvorak say?");
            var twice = DamStory.Read(text, "What did Mirela Dvorak say?");
            return once.Parts.Select(part => (part.Text, part.Intent, part.Refusal)).SequenceEqual(twice.Parts.Select(part => (part.Text, part.Intent, part.Refusal)));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("why? ")]
    [InlineData("and who said that ")]
    [InlineData("\u200b\u202e")]
    [InlineData("((((")]
    [InlineData("qzxv1 ")]
    [InlineData("e\u0301\u0301\u0301")]
    [InlineData("\ud800")]
    public void Read_HugeText_IsCutEarly(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        DamStory.Read("warm up");

        var plan = DamStory.Read(text);

        Assert.InRange(plan.Original.Length, 0, QuestionReader.LongestMessage + 40);
        Assert.Contains(Assert.Single(plan.Parts).Refusal, (Refusal?[])[Refusal.TooLong, Refusal.Empty]);
    }

    [Fact]
    public void Read_LengthLimit_IsSharp()
    {
        var longest = string.Concat("why ", new string('a', QuestionReader.LongestMessage - 4));

        Assert.NotEqual(Refusal.TooLong, DamStory.Part(longest).Refusal);
        Assert.Equal(Refusal.TooLong, DamStory.Part(longest + "a").Refusal);
    }

    [Fact]
    public void Read_StyledAndAccentedLetters_CountAsPlain()
    {
        Assert.Equal("Mirela Dvorak", Assert.Single(DamStory.Part("What did Dvořák say?").Entities).Entity.Name);
        Assert.Equal("Mirela Dvorak", Assert.Single(DamStory.Part("What did \U0001D403\U0001D42F\U0001D428\U0001D42B\U0001D41A\U0001D424 say?").Entities).Entity.Name);
    }

    [Fact]
    public void Read_ControlAndFormatCharacters_LeaveNoTrace()
    {
        var part = DamStory.Part("When\u0000 was\t\u202Ethe\u200B  dam\r\nemptied\uFEFF?");

        Assert.Equal("When was the dam emptied?", part.Text);
    }
}
