using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Lists;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Tests.Answering.Verification;

namespace StoryBot.Core.Tests.Chat.Lists;

public sealed class StoryListsTests
{
    private static readonly StoryLists Lists = new(Packs.Verifier);

    [Theory]
    [InlineData("Lumora", null, new[] { "charge-time", "development-cost-report", "no-cobalt", "factory", "capacity" })]
    [InlineData("lumora cells", null, new[] { "charge-time", "development-cost-report", "no-cobalt", "factory", "capacity" })]
    [InlineData("Lumroa", null, new[] { "charge-time", "development-cost-report", "no-cobalt", "factory", "capacity" })]
    [InlineData("LMR", "supported", new[] { "development-cost-report", "no-cobalt", "capacity" })]
    [InlineData("Lumora", "disputed", new[] { "charge-time" })]
    [InlineData(null, "dispued", new[] { "charge-time" })]
    [InlineData("contradictd", null, new[] { "development-cost" })]
    [InlineData(null, "opinion", new[] { "bubble" })]
    [InlineData("tessel motors", null, new[] { "factory" })]
    public void Claims_FilteredInWhateverSpelling_AreThoseThatAreMeant(string? topic, string? status, string[] ids)
    {
        var list = Lists.Claims(topic, status, Packs.Scope);

        Assert.Equal(ids.Order(), Cited(list).Order());
        Assert.All(list.Sections, section => Assert.All(section.Answer.Sentences, sentence => Assert.NotEmpty(sentence.Citations)));
    }

    [Fact]
    public void Claims_All_StandUnderHeadingsOfHowTheyStand()
    {
        var list = Lists.Claims(null, null, Packs.Scope);

        Assert.Equal(["Supported", "Contradicted", "Disputed", "Unverified", "Editorial"], list.Sections.Select(section => section.Heading));
        Assert.Null(list.Note);
    }

    [Theory]
    [InlineData("zeppelins", null, "There are no claims on \"zeppelins\".")]
    [InlineData(null, "purple", "There are: supported, partly, contradicted, disputed, unverified, editorial.")]
    [InlineData("Tessel", "supported", "There are: 1 unverified.")]
    public void Claims_ThatAreNot_SayWhatThereIs(string? topic, string? status, string note)
    {
        var list = Lists.Claims(topic, status, Packs.Scope);

        Assert.Empty(list.Sections);
        Assert.Contains(note, list.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lind", new[] { "lind-minutes" })]
    [InlineData("oskar", new[] { "lind-minutes" })]
    [InlineData("Petra Vanse", new[] { "vance-miracle", "vance-paraphrase" })]
    [InlineData("Kestrel Research", new[] { "vance-miracle" })]
    [InlineData("kestrel", new[] { "vance-miracle" })]
    public void Quotes_OfASpeakerOrAnOrganisation_AreThoseThatAreMeant(string speaker, string[] ids) =>
        Assert.Equal(ids.Order(), Cited(Lists.Quotes(speaker, Packs.Scope)).Order());

    [Fact]
    public void Quotes_OfNobody_SayWhoIsQuoted() =>
        Assert.Equal("There is no quotation of \"Napoleon\". There are words of: Petra Vance, Oskar Lind.", Lists.Quotes("Napoleon", Packs.Scope).Note);

    [Theory]
    [InlineData("veld", 1)]
    [InlineData("Veld 10", 1)]
    [InlineData("LMR", 6)]
    [InlineData("planned state grant", 1)]
    [InlineData("capacity after 2,000 cycles", 2)]
    public void Market_OfAnInstrumentOrAMeasure_HasItsRows(string instrument, int rows)
    {
        var list = Lists.Market(instrument, Packs.Scope);

        var sentences = Assert.Single(list.Sections).Answer.Sentences;
        Assert.Equal(rows, sentences.Count);
        Assert.All(sentences, row => Assert.Equal(SentenceLayout.TableRow, row.Layout));
    }

    [Fact]
    public void Source_Named_HasWhatItIsCitedFor()
    {
        var list = Lists.Source("technical report", Packs.Scope);

        Assert.Equal("lumora-report", list.Source?.Id.Value);
        Assert.Contains("development-cost-report", Cited(list));
    }

    [Theory]
    [InlineData("zeppelin", "There is no source \"zeppelin\".")]
    public void Source_Unknown_SaysWhatThereIs(string named, string note) =>
        Assert.Contains(note, Lists.Source(named, Packs.Scope).Note, StringComparison.Ordinal);

    [Fact]
    public void Records_UnderAnEmbargoOrUnread_AreInNoListAndNoName()
    {
        var texts = new[] { Lists.Claims(null, null, Packs.Scope), Lists.Claims("Tessel", null, Packs.Scope), Lists.Timeline(Packs.Scope), Lists.Source("wire", Packs.Scope) }
            .SelectMany(list => list.Sections).SelectMany(section => section.Answer.Sentences).Select(sentence => sentence.Text).ToList();

        Assert.DoesNotContain(texts, text => text.Contains("contract", StringComparison.Ordinal) || text.Contains("2019", StringComparison.Ordinal));
        Assert.Contains(
            Lists.Claims("Tessel", null, Packs.Scope with { IsCleared = true }).Sections.SelectMany(section => section.Answer.Sentences),
            sentence => sentence.Text.Contains("contract", StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_OfEveryPack_SurviveVerificationWhole()
    {
        foreach (var snapshot in Packs.Shipped.Append(Packs.Invented))
        {
            var facts = snapshot.MarketFacts.Where(fact => fact.Review == ReviewState.Reviewed && Packs.Scope.Sees(fact)).ToList();
            var result = new AnswerVerifier(snapshot).Verify(MarketTable.Draft(facts, new Support(snapshot)), Packs.Scope);

            Assert.NotEmpty(facts);
            Assert.Empty(result.Dropped.Select(dropped => $"{dropped.Rule}: {dropped.Reason}: {dropped.Sentence.Text}"));
        }
    }

    [Fact]
    public void Claims_OfEveryPack_CanAllBeListed()
    {
        foreach (var snapshot in Packs.Shipped.Append(Packs.Invented))
        {
            var lists = new StoryLists(new AnswerVerifier(snapshot));
            foreach (var claim in snapshot.Claims.Where(claim => claim.Review == ReviewState.Reviewed && Packs.Scope.Sees(claim)))
            {
                Assert.Equal(claim.Id, lists.List([claim], Packs.Scope)?.Citations[0].Record?.Id);
            }
        }
    }

    private static IEnumerable<string> Cited(StoryList list) => list.Sections
        .SelectMany(section => section.Answer.Citations)
        .Select(citation => citation.Record!.Id.Value)
        .Distinct();
}
