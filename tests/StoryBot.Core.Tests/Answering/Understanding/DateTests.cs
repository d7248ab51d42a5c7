using StoryBot.Core.Answering.Understanding;

namespace StoryBot.Core.Tests.Answering.Understanding;

public sealed class DateTests
{
    [Theory]
    [InlineData("What happened on 11 September 2023?", "2023-09-11", "2023-09-11")]
    [InlineData("what happened 12 sep", "2023-09-12", "2023-09-12")]
    [InlineData("What happened on September 12th, 2023?", "2023-09-12", "2023-09-12")]
    [InlineData("What happened on 2023-09-12?", "2023-09-12", "2023-09-12")]
    [InlineData("How far did the C&D fall on Monday?", "2023-09-11", "2023-09-11")]
    [InlineData("How did the C&D do on Tuesday 5 September?", "2023-09-05", "2023-09-05")]
    [InlineData("What happened on 5 September, Tuesday?", "2023-09-05", "2023-09-05")]
    [InlineData("C&D on tue", "2023-09-12", "2023-09-12")]
    [InlineData("What did the C&D do on Friday?", "2023-09-15", "2023-09-15")]
    [InlineData("What was the price that day?", "2023-09-11", "2023-09-11")]
    [InlineData("What happened yesterday?", "2023-09-14", "2023-09-14")]
    [InlineData("What happened last week?", "2023-09-04", "2023-09-10")]
    [InlineData("What was announced in August?", "2023-08-01", "2023-08-31")]
    [InlineData("What was reported in 2021?", "2021-01-01", "2021-12-31")]
    [InlineData("What happened between 3 and 5 September?", "2023-09-03", "2023-09-05")]
    [InlineData("What has been reported since 12 September?", "2023-09-12", "9999-12-31")]
    [InlineData("Did they know before 1 September?", "0001-01-01", "2023-08-31")]
    public void Read_Date_IsResolvedAgainstTheStory(string text, string first, string last) =>
        Assert.Equal(new DateRange(DateOnly.Parse(first), DateOnly.Parse(last)), DamStory.Part(text).When);

    [Theory]
    [InlineData("Who may have known?")]
    [InlineData("how did the engineers march on")]
    [InlineData("What did the C&D 200 do?")]
    public void Read_WordThatOnlyLooksLikeADate_IsNone(string text) =>
        Assert.Null(DamStory.Part(text).When);

    [Fact]
    public void Read_Figures_AreKeptApartFromDatesAndNames()
    {
        var part = DamStory.Part("Did the C&D 200 fall 3.5 percent on 11 September?");

        Assert.Equal(3.5m, Assert.Single(part.Quantities).Value);
        Assert.Equal(Intent.IsItTrue, part.Intent);
    }
}
