using StoryBot.Core.Answering.Selection;

namespace StoryBot.Core.Tests.Answering.Selection;

public sealed class NounSlotsTests
{
    [Theory]
    [InlineData("Which hotel did they use?", "hotel")]
    [InlineData("What was the firm's revenue?", "revenu")]
    [InlineData("Who is the head of research?", "head")]
    public void Heads_ThingAskedForByName_IsFound(string question, string stem) =>
        Assert.Contains(stem, NounSlots.Heads(question));

    [Theory]
    [InlineData("Which law firm acts for them?", "law firm")]
    [InlineData("What is the minister's home address?", "home address")]
    [InlineData("Which is it?", "")]
    [InlineData("What did they say?", "")]
    public void Pair_ThingOfTwoWords_IsFound(string question, string stems) =>
        Assert.Equal(stems, string.Join(' ', NounSlots.Pair(question)));

    [Theory]
    [InlineData("how tall is the spokesperson?", "tall")]
    [InlineData("How much electricity did it use?", "electr")]
    [InlineData("How big was the fall?", null)]
    [InlineData("How much did it cost?", null)]
    [InlineData("How did it end?", null)]
    public void Measured_WhatHowMeasures_IsFound(string question, string? stem) =>
        Assert.Equal(stem, NounSlots.Measured(question));
}
