using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Answering.Verification;

public sealed class AnswerVerifierTests
{
    [Theory]
    [InlineData("Lumora says that the Q7 charges in five minutes.", "claims/charge-time")]
    [InlineData("Lumora Cells says the Q7 charges in 5 minutes.", "claims/charge-time")]
    [InlineData("Kestrel Research disputes this: no independent test has confirmed the charging time.", "claims/charge-time#1")]
    [InlineData("The article says that the Q7 cost only $40 million to develop.", "claims/development-cost")]
    [InlineData("The evidence contradicts this: Lumora spent $412 million on the Q7 between 2027 and 2030.", "claims/development-cost|claims/development-cost-report")]
    [InlineData("Lumora spent US$412M on the Q7 between 2027 and 2030.", "claims/development-cost-report")]
    [InlineData("Lumora spent about $410 million on the Q7.", "claims/development-cost-report")]
    [InlineData("The Q7 contains no cobalt.", "claims/no-cobalt")]
    [InlineData("The Q7 does not contain cobalt.", "claims/no-cobalt")]
    [InlineData("Lumora closed down 12.4% at $18.60 on 14 April 2031.", "market/lumora-close-change|market/lumora-close-level")]
    [InlineData("LMR fell 12.4%.", "market/lumora-close-change")]
    [InlineData("Lumora | -12.4%", "market/lumora-close-change")]
    [InlineData("The Veld 100 closed 0.85% higher on Monday 14 April 2031.", "market/veld-close-change")]
    [InlineData("The Veld index gained 0.85%.", "market/veld-close-change")]
    [InlineData("Oskar Lind (chief executive, Lumora) said on 14 April 2031: \"Five minutes is enough for a coffee and a full battery.\"", "quotes/lind-minutes")]
    [InlineData("Lind said that it is \u201Cenough for a coffee\u201D.", "quotes/lind-minutes")]
    [InlineData("Petra Vance said: \"Chemistry does not do miracles: 'trust me' is not a test.\"", "quotes/vance-miracle")]
    [InlineData("Petra Vance is reported to have said in substance: Investors should wait for a test.", "quotes/vance-paraphrase")]
    [InlineData("Northern Wire, \"Battery maker shakes market\", 14 April 2031.", "claims/factory")]
    [InlineData("This was retracted on 20 April 2031 because the blog withdrew it: according to Volt Blog, Lumora recalled 300 cells.", "claims/recall")]
    [InlineData("The state plans a grant of up to $500 million for Lumora.", "market/grant")]
    [InlineData("No independent confirmation of this was found.", "claims/factory")]
    public void Verify_RightSentence_Passes(string sentence, string ids) => Assert.Null(Packs.FaultOf(sentence, ids.Split('|')));

    [Theory]
    [InlineData("Tessel gained 4.2%.", null)]
    [InlineData("Orbital lost 3.1%.", null)]
    [InlineData("Tessel fell 4.2%.", "movement")]
    [InlineData("Orbital rose 3.1%.", "movement")]
    public void Verify_MovementOfAnotherClause_DoesNotCount(string sentence, string? rule)
    {
        var snapshot = new PackBuilder()
            .Entity("Tessel", "organisation").Entity("Orbital", "organisation")
            .Source("wire", "Markets", "Northern Wire", "2031-04-14")
            .Claim("mixed", "Orbital fell 3.1% on 14 April 2031; Tessel rose 4.2%.", "Northern Wire", ClaimStatus.Supported,
                PackBuilder.Gist("wire", "Orbital fell 3.1%; Tessel rose 4.2%"), "2031-04-14", ["Orbital", "Tessel"])
            .Build();
        var cited = new CitedSupport { Record = snapshot.Records[0] };

        var dropped = new AnswerVerifier(snapshot).Verify(new DraftAnswer([new DraftSentence(sentence, [cited])]), Packs.Scope).Dropped;

        Assert.Equal(rule, dropped.SingleOrDefault()?.Rule);
    }

    [Theory]
    [InlineData("Lumora says that the Q7 charges in six minutes.", "claims/charge-time", "quantity")]
    [InlineData("Lumora says that the Q7 charges in five hours.", "claims/charge-time", "quantity")]
    [InlineData("Lumora says that the Q5 charges in five minutes.", "claims/charge-time", "name")]
    [InlineData("Tessel says that the Q7 charges in five minutes.", "claims/charge-time", "name")]
    [InlineData("Samsung says that the Q7 charges in five minutes.", "claims/charge-time", "name")]
    [InlineData("Lumora says that the Q7 does not charge in five minutes.", "claims/charge-time", "alignment")]
    [InlineData("The Q7 charges in five minutes.", "claims/charge-time", "attribution")]
    [InlineData("Kestrel Research says that the Q7 charges in five minutes.", "claims/development-cost-report", "quantity")]
    [InlineData("Kestrel Research supports this: no independent test has confirmed the charging time.", "claims/charge-time#1", "alignment")]
    [InlineData("The Q7 cost only $40 million to develop.", "claims/development-cost", "attribution")]
    [InlineData("The article says that the Q7 cost only $40 billion to develop.", "claims/development-cost", "quantity")]
    [InlineData("The article says that the Q7 cost only \u20AC40 million to develop.", "claims/development-cost", "quantity")]
    [InlineData("The article says that the Q7 cost $400 million to develop.", "claims/development-cost", "quantity")]
    [InlineData("The evidence supports this: the article says that the Q7 cost only $40 million to develop.", "claims/development-cost", "status")]
    [InlineData("Lumora spent $410 million on the Q7.", "claims/development-cost-report", "quantity")]
    [InlineData("Lumora spent $412 million on the Q7 between 2026 and 2030.", "claims/development-cost-report", "date")]
    [InlineData("The Q7 contains cobalt.", "claims/no-cobalt", "alignment")]
    [InlineData("The Q7 does contain cobalt, according to Lumora's report.", "claims/no-cobalt", "alignment")]
    [InlineData("Lumora closed up 12.4% at $18.60 on 14 April 2031.", "market/lumora-close-change|market/lumora-close-level", "movement")]
    [InlineData("Lumora opened down 12.4% on 14 April 2031.", "market/lumora-close-change", "alignment")]
    [InlineData("Lumora moved 12.4% on 14 April 2031.", "market/lumora-close-change", "movement")]
    [InlineData("Lumora | 12.4%", "market/lumora-close-change", "movement")]
    [InlineData("Lumora closed down 12.4 percentage points on 14 April 2031.", "market/lumora-close-change", "quantity")]
    [InlineData("Lumora closed down 12.4% on 15 April 2031.", "market/lumora-close-change", "date")]
    [InlineData("Lumora closed down 12.4% on Tuesday.", "market/lumora-close-change", "date")]
    [InlineData("Tessel closed down 12.4% on 14 April 2031.", "market/lumora-close-change", "name")]
    [InlineData("The Veld 100 fell 0.85%.", "market/veld-close-change", "movement")]
    [InlineData("The Q5 keeps 91.5% of its capacity after 2,000 cycles.", "market/q7-cycles|market/q5-cycles", "alignment")]
    [InlineData("The Q7 holds 27 percentage points more energy than the Q5.", "claims/capacity", "quantity")]
    [InlineData("The Q5 holds 27% more energy than the Q7 but is 1.5 percentage points less efficient.", "claims/capacity", "alignment")]
    [InlineData("The Q7 holds 27% less energy than the Q5 but is 1.5 percentage points less efficient.", "claims/capacity", "alignment")]
    [InlineData("Oskar Lind said: \"Five minutes is enough for a tea and a full battery.\"", "quotes/lind-minutes", "quotation")]
    [InlineData("Oskar Lind said: \"Five minutes suffice for an espresso and a complete battery.\"", "quotes/lind-minutes", "quotation")]
    [InlineData("Oskar Lind said it is \"nough for a coffee\".", "quotes/lind-minutes", "quotation")]
    [InlineData("The chief executive said: \"Five minutes is enough for a coffee and a full battery.\"", "quotes/lind-minutes", "quotation")]
    [InlineData("Petra Vance said: \"Investors should wait for a test.\"", "quotes/vance-paraphrase", "quotation")]
    [InlineData("Petra Vance said: \"Chemistry does not do miracles.", "quotes/vance-miracle", "quotation")]
    [InlineData("The blog says \"The Q7 cost only $40 million to develop\".", "claims/development-cost", "quotation")]
    [InlineData("Lumora recalled 300 cells.", "claims/recall", "retraction")]
    [InlineData("The state plans a grant of $500 million for Lumora.", "market/grant", "quantity")]
    [InlineData("The state plans a grant of more than $500 million for Lumora.", "market/grant", "quantity")]
    [InlineData("Tessel will build a factory with Lumora in Varde.", "claims/factory", "attribution")]
    [InlineData("Battery stocks are overvalued.", "claims/bubble", "attribution")]
    [InlineData("Lumora's cells burn hotter than the competition's.", "claims/no-cobalt", "wording")]
    [InlineData("Lumora was founded in 2019.", "claims/unread", "citation")]
    [InlineData("Tessel signed a contract with Lumora.", "claims/deal", "citation")]
    [InlineData("Lumora says that the Q7 charges in five minutes.", "claims/charge-time#7", "citation")]
    [InlineData(" ", "claims/charge-time", "citation")]
    public void Verify_WrongSentence_IsDroppedByItsRule(string sentence, string ids, string rule) =>
        Assert.Equal(rule, Packs.FaultOf(sentence, ids.Split('|'))?.Rule);

    [Fact]
    public void Verify_NothingCited_IsDropped() => Assert.Equal("citation", Packs.FaultOf("Lumora closed down 12.4%.")?.Rule);

    [Fact]
    public void Verify_RecordOfAnOlderSnapshot_IsDropped()
    {
        var old = InventedPack.Build().Claims[0];

        Assert.Equal("citation", Packs.FaultOf(new DraftSentence(old.Statement, [new CitedSupport { Record = old }]))?.Rule);
    }

    [Fact]
    public void Verify_EmbargoedRecord_PassesWhenCleared()
    {
        var draft = new DraftAnswer([new DraftSentence("Tessel signed a contract with Lumora.", Packs.Cite("claims/deal"))]);

        Assert.NotNull(Packs.Verifier.Verify(draft, Packs.Scope with { IsCleared = true }).Answer);
        Assert.NotNull(Packs.Verifier.Verify(draft, Packs.Scope with { Now = InventedPack.Now.AddDays(4) }).Answer);
    }

    [Fact]
    public void Verify_Passage_SupportsItsOwnWords()
    {
        var passage = Packs.Invented.Passages.All().Single();
        DroppedSentence? FaultOf(string text, Passage cited) => Packs.FaultOf(new DraftSentence(text, [new CitedSupport { Passage = cited }]));

        Assert.Null(FaultOf("It kept 91.5% of its capacity after 2,000 cycles.", passage));
        Assert.Null(FaultOf("The report says that the Q7 \"was tested at 25 degrees\".", passage));
        Assert.Equal("quantity", FaultOf("It kept 95.1% of its capacity after 2,000 cycles.", passage)?.Rule);
        Assert.Equal("citation", FaultOf("It was tested.", passage with { Text = "It was tested." })?.Rule);
        Assert.Equal("citation", Packs.FaultOf(new DraftSentence("It was tested.", [new CitedSupport { Passage = passage, Record = Packs.Invented.Claims[0] }]))?.Rule);
    }

    [Fact]
    public void Verify_Citations_AreNumberedByFirstUse()
    {
        var draft = new DraftAnswer(
        [
            new DraftSentence("Lumora closed down 12.4% at $18.60.", Packs.Cite("market/lumora-close-change", "market/lumora-close-level")),
            new DraftSentence("Samsung made it.", Packs.Cite("claims/factory")),
            new DraftSentence("Lumora closed at $18.60.", Packs.Cite("market/lumora-close-level", "market/lumora-close-level")),
            new DraftSentence("The Q7 does not contain cobalt.", Packs.Cite("claims/no-cobalt")),
        ]);

        var result = Packs.Verifier.Verify(draft, Packs.Scope);

        Assert.Equal([1, 2, 3], result.Answer!.Citations.Select(citation => citation.Number));
        Assert.Equal([[1, 2], [2], [3]], result.Answer.Sentences.Select(sentence => sentence.Citations.ToArray()));
        Assert.Equal("Samsung made it.", Assert.Single(result.Dropped).Sentence.Text);
    }

    [Fact]
    public void Verify_NothingSurvives_GivesNoAnswer() =>
        Assert.Null(Packs.Verifier.Verify(new DraftAnswer([new DraftSentence("Samsung made it.", Packs.Cite("claims/factory"))]), Packs.Scope).Answer);

    [Theory]
    [InlineData("\"\"\"\u201C\u2018' \" ")]
    [InlineData("$ -- 1/0 0/0 1,,, 99999999999999999999999999999999999 trillion trillion %")]
    [InlineData("\uD800\uDC00\uDFFF \u200B\u202E")]
    public void Verify_OddText_DoesNotThrow(string text) => Assert.NotNull(Packs.FaultOf(text, "claims/charge-time"));
}
