using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Answering.Understanding;

public sealed class FollowUpTests
{
    [Theory]
    [InlineData("and the C&D?")]
    [InlineData("what about c&d 200")]
    [InlineData("The C&D?")]
    public void Read_NewSubject_KeepsQuestionAndSwapsEntity(string followUp)
    {
        var part = DamStory.Part(followUp, "How much did Ostrava Power lose on Monday?");

        Assert.Equal((Intent.MarketMove, Direction.Down, true), (part.Intent, part.Direction, part.IsFollowUp));
        Assert.Equal("C&D 200", Assert.Single(part.Entities).Entity.Name);
        Assert.Equal("How much did C&D 200 lose on Monday?", part.Text.Replace("the ", string.Empty, StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2023, 9, 11), part.When?.First);
    }

    [Fact]
    public void Read_NewSubjectNobodyKnows_TakesThePlaceAllTheSame()
    {
        var part = DamStory.Part("and Oracle?", "How much did Ostrava Power lose?");

        Assert.Equal("How much did Oracle lose?", part.Text);
        Assert.Equal(["Oracle"], part.UnknownNames);
        Assert.Empty(part.Entities);
    }

    [Fact]
    public void Read_NewDate_ReplacesTheOldOne()
    {
        var part = DamStory.Part("and on Tuesday?", "How far did the C&D fall on Monday?");

        Assert.Equal("How far did the C&D fall on Tuesday?", part.Text);
        Assert.Equal(new DateOnly(2023, 9, 12), part.When?.First);
        Assert.Equal("C&D 200", Assert.Single(part.Entities).Entity.Name);
    }

    [Theory]
    [InlineData("who said that?", Intent.WhoSaid, AnswerType.Who)]
    [InlineData("Who disputes that?", Intent.WhoDisputes, AnswerType.Who)]
    [InlineData("source?", Intent.Source, AnswerType.Any)]
    [InlineData("when was that?", Intent.Fact, AnswerType.When)]
    [InlineData("why?", Intent.Fact, AnswerType.Why)]
    [InlineData("is that true?", Intent.IsItTrue, AnswerType.YesNo)]
    [InlineData("and is that confirmed?", Intent.ClaimStatus, AnswerType.YesNo)]
    public void Read_SameSubject_CarriesEntitiesTermsAndCitedRecords(string followUp, Intent intent, AnswerType expects)
    {
        var part = DamStory.Part(followUp, "How much will the repair of Harrowgate Dam cost?");

        Assert.Equal((intent, expects, true), (part.Intent, part.Expects, part.IsFollowUp));
        Assert.Contains(part.Entities, mention => mention is { Entity.Name: "Harrowgate Dam", Match: EntityMatch.Context });
        Assert.Contains("repair", part.Terms);
        Assert.Contains("repair", part.Text, StringComparison.Ordinal);
        Assert.Equal("emptied", Assert.Single(part.Antecedents).Value);
    }

    [Fact]
    public void Read_Pronoun_IsThePersonNamedLast()
    {
        var part = DamStory.Part("did she say anything about insurers?", "What did Mirela Dvorak say about leaks?", "and what did Anna Block say?", "When was the dam emptied?");

        Assert.Equal("did Anna Block say anything about insurers?", part.Text);
        Assert.Equal((Intent.Quote, EntityMatch.Context), (part.Intent, Assert.Single(part.Entities).Match));
    }

    [Fact]
    public void Read_PronounAfterAnAnswer_IsTheSpeakerThatItCited()
    {
        var first = DamStory.Reader.Read(DamStory.Ask("Who warned about the leaks?"));
        var thread = Conversation.Empty.With(new Turn(first, [new RecordId(RecordKind.Quote, "dvorak-warned")]));

        var part = Assert.Single(DamStory.Reader.Read(DamStory.Ask("where does she work?", thread)).Parts);

        Assert.Equal("where does Mirela Dvorak work?", part.Text);
    }

    [Fact]
    public void Read_UnsaidSubject_IsTheOneOfTheThread() =>
        Assert.Contains("Harrowgate Dam", DamStory.Part("how high is the other one?", "How high is Harrowgate Dam?").Text, StringComparison.Ordinal);

    [Fact]
    public void Read_It_IsTheThingAskedAboutLast() =>
        Assert.Equal("when was Harrowgate Dam emptied?", DamStory.Part("when was it emptied?", "What is Harrowgate Dam?").Text);

    [Fact]
    public void Read_PersonAlreadyInTheQuestion_IsMeantByItsPronoun()
    {
        var part = DamStory.Part("What did Dvorak say about her report?", "What did Anna Block say?");

        Assert.Equal("Mirela Dvorak", Assert.Single(part.Entities).Entity.Name);
        Assert.False(part.IsFollowUp);
    }

    [Fact]
    public void Read_QuestionOfItsOwnInAThread_CarriesNothing()
    {
        var part = DamStory.Part("Who owns Tallinder?", "How much did Ostrava Power lose on Monday?");

        Assert.Equal(("Who owns Tallinder?", false), (part.Text, part.IsFollowUp));
        Assert.Null(part.When);
    }

    [Theory]
    [InlineData("and him?")]
    [InlineData("who said that?")]
    [InlineData("why?")]
    [InlineData("what did he say?")]
    public void Read_ReferenceWithoutAThread_LacksContext(string text) =>
        Assert.Equal(Refusal.NoContext, DamStory.Part(text).Refusal);

    [Theory]
    [InlineData("sources?")]
    [InlineData("and the C&D?")]
    [InlineData("What did it cost?")]
    public void Read_FragmentThatStandsAlone_NeedsNoThread(string text) =>
        Assert.Null(DamStory.Part(text).Refusal);

    [Fact]
    public void Read_FollowUpOfAdvice_IsRefusedAsWell() =>
        Assert.Equal(Refusal.Advice, DamStory.Part("and Tallinder?", "Should I buy Ostrava Power?").Refusal);

    [Theory]
    [InlineData("What did the repair cost and who disputes that?", "What did the repair cost", Intent.WhoDisputes)]
    [InlineData("When was the dam emptied? And why?", "When was the dam emptied?", Intent.Fact)]
    [InlineData("Nobody downstream was in danger. Who said that?", null, Intent.WhoSaid)]
    [InlineData("How much did Ostrava Power lose, and did the C&D fall too?", "How much did Ostrava Power lose", Intent.MarketMove)]
    public void Read_TwoQuestions_GiveTwoParts(string text, string? first, Intent last)
    {
        var parts = DamStory.Read(text).Parts;

        Assert.Equal(first is null ? 1 : 2, parts.Count);
        Assert.Equal(first ?? parts[0].Text, parts[0].Text);
        Assert.Equal(last, parts[^1].Intent);
    }

    [Theory]
    [InlineData("Who said what about the dam and the reservoir?")]
    [InlineData("Hi! What did Dr. Dvorak say about the U.S. insurers?")]
    [InlineData("Which dam was emptied and refilled?")]
    public void Read_OneQuestion_StaysOne(string text) =>
        Assert.Single(DamStory.Read(text).Parts);
}
