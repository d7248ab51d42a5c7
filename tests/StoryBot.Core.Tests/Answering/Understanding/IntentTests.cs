using StoryBot.Core.Answering.Understanding;

namespace StoryBot.Core.Tests.Answering.Understanding;

public sealed class IntentTests
{
    [Theory]
    [InlineData("How much will the repair cost?", Intent.Fact, AnswerType.Amount)]
    [InlineData("When was Harrowgate Dam emptied?", Intent.Fact, AnswerType.When)]
    [InlineData("What was Ostrava Power's profit?", Intent.Fact, AnswerType.Amount)]
    [InlineData("Which paper ran the engineers' story?", Intent.Source, AnswerType.Any)]
    [InlineData("Where is Low Fell Dam?", Intent.Fact, AnswerType.Where)]
    [InlineData("Why was the dam emptied?", Intent.Fact, AnswerType.Why)]
    [InlineData("how many leaks did the engineers find", Intent.Fact, AnswerType.Count)]
    [InlineData("What is LF-2?", Intent.Definition, AnswerType.Any)]
    [InlineData("who is mirela dvorak", Intent.Definition, AnswerType.Who)]
    [InlineData("Who said insurers were not told?", Intent.WhoSaid, AnswerType.Who)]
    [InlineData("Who claims the repair costs 40 million?", Intent.WhoSaid, AnswerType.Who)]
    [InlineData("What did Dvorak say about the leaks?", Intent.Quote, AnswerType.Any)]
    [InlineData("What is van Houten's view?", Intent.Quote, AnswerType.Any)]
    [InlineData("how did Ostrava Power respond", Intent.Quote, AnswerType.Any)]
    [InlineData("What's the status of the cost claim?", Intent.ClaimStatus, AnswerType.Any)]
    [InlineData("Has the licence claim been verified?", Intent.ClaimStatus, AnswerType.YesNo)]
    [InlineData("Who disputes the cost?", Intent.WhoDisputes, AnswerType.Who)]
    [InlineData("does anyone doubt the figure", Intent.WhoDisputes, AnswerType.Who)]
    [InlineData("How far did the C&D fall on Monday?", Intent.MarketMove, AnswerType.Amount)]
    [InlineData("How did Ostrava Power and the C&D do?", Intent.MarketMove, AnswerType.Any)]
    [InlineData("hey storybot, can u tell me what happened to the dam?", Intent.Fact, AnswerType.Any)]
    [InlineData("open source or not?", Intent.IsItTrue, AnswerType.YesNo)]
    [InlineData("what is the verdict on the cost claim", Intent.ClaimStatus, AnswerType.Any)]
    [InlineData("c&d 200 close 11 sep", Intent.MarketMove, AnswerType.Any)]
    [InlineData("Ostrava Power share price", Intent.MarketMove, AnswerType.Amount)]
    [InlineData("Compare Harrowgate Dam and Low Fell Dam", Intent.Compare, AnswerType.Any)]
    [InlineData("Harrowgate vs LF-2", Intent.Compare, AnswerType.Any)]
    [InlineData("Which companies fell?", Intent.List, AnswerType.Who)]
    [InlineData("list everyone quoted", Intent.List, AnswerType.Any)]
    [InlineData("Give me the timeline", Intent.Timeline, AnswerType.Any)]
    [InlineData("What happened when?", Intent.Timeline, AnswerType.When)]
    [InlineData("summarise the market reaction", Intent.Summary, AnswerType.Any)]
    [InlineData("Can you please summarize the story for me?", Intent.Summary, AnswerType.Any)]
    [InlineData("sources on cost?", Intent.Source, AnswerType.Any)]
    [InlineData("Where does the 40 million figure come from?", Intent.Source, AnswerType.Where)]
    [InlineData("Is it true that the licence expired?", Intent.IsItTrue, AnswerType.YesNo)]
    [InlineData("The repair will cost 90 million crowns.", Intent.IsItTrue, AnswerType.YesNo)]
    [InlineData("Ostrava Power emptied the dam overnight", Intent.IsItTrue, AnswerType.YesNo)]
    public void Read_Phrasing_GivesIntentAndAnswerType(string text, Intent intent, AnswerType expects)
    {
        var part = DamStory.Part(text);

        Assert.Equal((intent, expects), (part.Intent, part.Expects));
        Assert.Null(part.Refusal);
    }

    [Theory]
    [InlineData("Is the turbine design open source?")]
    [InlineData("Who wrote the open-source model of the dam?")]
    public void Read_OpenSource_IsNotARequestForSources(string text) =>
        Assert.NotEqual(Intent.Source, DamStory.Part(text).Intent);

    [Theory]
    [InlineData("Why did Ostrava Power rise?", Direction.Up)]
    [InlineData("Did the C&D close lower?", Direction.Down)]
    [InlineData("by how much was Ostrava Power down", Direction.Down)]
    [InlineData("Did the C&D rise or fall?", Direction.None)]
    [InlineData("Who leads Ostrava Power?", Direction.None)]
    public void Read_Movement_GivesDirection(string text, Direction direction) =>
        Assert.Equal(direction, DamStory.Part(text).Direction);

    [Theory]
    [InlineData("Who was not told about the leaks?", true)]
    [InlineData("Which insurers never got the report?", true)]
    [InlineData("Didn't the licence expire?", false)]
    [InlineData("The licence expired, didn't it?", false)]
    [InlineData("Was the dam emptied or not?", false)]
    [InlineData("Why was the dam emptied?", false)]
    public void Read_Negation_IsToldFromATag(string text, bool isNegated) =>
        Assert.Equal(isNegated, DamStory.Part(text).IsNegated);
}
