using StoryBot.Core.Answering.Understanding;

namespace StoryBot.Core.Tests.Answering.Understanding;

public sealed class EntityTests
{
    [Theory]
    [InlineData("What is Harrowgate Dam?", "Harrowgate Dam", EntityMatch.Name)]
    [InlineData("harrowgate-dam's height", "Harrowgate Dam", EntityMatch.Name)]
    [InlineData("what about lf2", "Low Fell Dam", EntityMatch.Alias)]
    [InlineData("What did OSTP do?", "Ostrava Power", EntityMatch.Alias)]
    [InlineData("Who is the dam operator?", "Ostrava Power", EntityMatch.Role)]
    [InlineData("what did the chief engineer say", "Mirela Dvorak", EntityMatch.Role)]
    [InlineData("What did Dvorak say?", "Mirela Dvorak", EntityMatch.Alias)]
    [InlineData("c and d? I mean cd200", "C&D 200", EntityMatch.Name)]
    [InlineData("what did dvorka say", "Mirela Dvorak", EntityMatch.Typo)]
    [InlineData("harowgate height", "Harrowgate Dam", EntityMatch.Typo)]
    [InlineData("ostarva power shares", "Ostrava Power", EntityMatch.Typo)]
    [InlineData("Did Talinder build it?", "Tallinder", EntityMatch.Typo)]
    public void Read_NameInAnyForm_LinksEntity(string text, string entity, EntityMatch match)
    {
        var mentions = DamStory.Read(text).Parts.SelectMany(part => part.Entities);

        Assert.Contains(mentions, mention => mention.Entity.Name == entity && mention.Match == match);
    }

    [Theory]
    [InlineData("who emptied it")]
    [InlineData("Did they block the road?")]
    [InlineData("Which tall industry is this?")]
    [InlineData("What did Tom Dvorak say?")]
    public void Read_OrdinaryWordOrOtherName_LinksNobody(string text) =>
        Assert.Empty(DamStory.Part(text).Entities);

    [Fact]
    public void Read_NameInCapitals_IsNotThePronoun()
    {
        Assert.Equal("WHO", Assert.Single(DamStory.Part("What did the WHO say?").Entities).Entity.Name);
        Assert.Empty(DamStory.Part("Who said insurers were not told?").Entities);
    }

    [Fact]
    public void Read_Misspelling_IsCorrectedInTextAndKeptInMention()
    {
        var part = DamStory.Part("what did dvorka say about the resevoir");

        Assert.Equal("what did Dvorak say about the reservoir", part.Text);
        Assert.Equal("dvorka", Assert.Single(part.Entities).Text);
    }

    [Fact]
    public void Read_AmericanSpelling_BecomesTheStorysOwn() =>
        Assert.Equal("When did the licence expire?", DamStory.Part("When did the license expire?").Text);

    [Theory]
    [InlineData("V4 or LF-3")]
    [InlineData("c&d 300")]
    public void Read_OtherFigureInName_IsNotCorrected(string text) =>
        Assert.DoesNotContain(DamStory.Read(text).Parts.SelectMany(part => part.Entities), mention => mention.Match == EntityMatch.Typo || mention.Match == EntityMatch.Name);

    [Theory]
    [InlineData("What did Bill Gates say?", "Bill Gates")]
    [InlineData("How much did Oracle stock fall?", "Oracle")]
    [InlineData("how much did oracle stock fall", "oracle")]
    [InlineData("What score did it get on HumanEval?", "HumanEval")]
    [InlineData("Is Osprey Steel a contractor?", "Osprey Steel")]
    [InlineData("what did grundvig say", "grundvig")]
    [InlineData("What is the LX9?", "LX9")]
    public void Read_NameThatNothingCarries_IsUnknown(string text, string name) =>
        Assert.Equal([name], DamStory.Part(text).UnknownNames);

    [Theory]
    [InlineData("What did The Gazette report?")]
    [InlineData("What Did Mirela Dvorak Warn About?")]
    [InlineData("WHAT DID DVORAK SAY ABOUT THE LEAKS?")]
    [InlineData("Please, can You tell me when the Dam was emptied on Monday?")]
    [InlineData("which european insurers overlooked the leakage")]
    [InlineData("who recieved teh warning")]
    public void Read_KnownNamesAndPlainWords_AreNotUnknown(string text) =>
        Assert.Empty(DamStory.Part(text).UnknownNames);

    [Fact]
    public void Read_PackWithoutEntities_LinksSpeakersAndInstruments()
    {
        var reader = new QuestionReader(DamStory.WithoutEntities);

        Assert.Equal("Piet van Houten", Assert.Single(Assert.Single(DamStory.Read(reader, "what did van houten say?").Parts).Entities).Entity.Name);
        Assert.Equal(Intent.MarketMove, Assert.Single(DamStory.Read(reader, "c&d 200 close 11 sep").Parts).Intent);
    }

    [Fact]
    public void Read_NameUnderEmbargo_IsNeitherLinkedNorCorrectedUntilCleared()
    {
        const string Text = "what did quintesa labs find";

        var uncleared = Assert.Single(DamStory.Reader.Read(DamStory.Ask(Text)).Parts);
        var cleared = Assert.Single(DamStory.Reader.Read(DamStory.Ask(Text, isCleared: true)).Parts);

        Assert.Empty(uncleared.Entities);
        Assert.Equal(Text, uncleared.Text);
        Assert.Equal("Quintessa Labs", Assert.Single(cleared.Entities).Entity.Name);
    }
}
