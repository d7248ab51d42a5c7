using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Replies.Layout;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Tests.Answering.Verification;
using StoryBot.Testing.Chat.Layout;

namespace StoryBot.Core.Tests.Chat.Replies;

public sealed class ReplyLayoutTests
{
    private static readonly LayoutLimits Limits = new(SectionLength: 200, SectionCount: 5, MessageLength: 600, MessageCount: 3);

    [Fact]
    public void Lay_WholeAnswer_HasEachPartInItsPlace()
    {
        var answer = Packs.Verifier.Verify(
            new DraftAnswer(
            [
                new DraftSentence("Lumora spent $412 million on the Q7 between 2027 and 2030.", Packs.Cite("claims/development-cost-report")),
                new DraftSentence("Oskar Lind said: \"Five minutes is enough for a coffee and a full battery.\"", Packs.Cite("quotes/lind-minutes"), SentenceLayout.ListItem),
            ]),
            Packs.Scope).Answer!;
        var reply = new ChatReply(
            ReplyAudience.Everyone,
            [
                new ReplyBlock.Heading("The Q7"),
                new ReplyBlock.Statements(answer),
                new ReplyBlock.Sources(answer.Citations),
                new ReplyBlock.AsOf("2031-05-01", "invented", "abc"),
            ])
        {
            Buttons = [new ReplyButton("Sources", new ChatAction.ShowSources(new AnswerId("a1")))],
        };

        var page = Assert.Single(ReplyLayout.Lay(reply, Limits, TestMarkup.Plain));

        Assert.Equal(
            [
                "The Q7",
                "Lumora spent $412 million on the Q7 between 2027 and 2030. [1]\n• Oskar Lind said: \"Five minutes is enough for a coffee and a full battery.\" [2]",
                "**Sources**\n[1] Lumora, “Q7 technical report”, 2031-03-02, paragraph 9\n[2] Northern Wire, “Battery maker shakes market”, 2031-04-14",
                "As of 2031-05-01 (invented, knowledge abc)",
            ],
            page.Sections.Select(section => section.Text));
        Assert.Single(page.Buttons);
    }

    [Theory]
    [InlineData(196, 1)]
    [InlineData(197, 2)]
    public void Sentence_AtTheLimitOfASection_IsDividedOnlyBeyondIt(int length, int sections)
    {
        // Four units are the space and the marker.
        var page = Assert.Single(Lay(Limits, Sentence(Words(length))));

        Assert.Equal(sections, page.Sections.Count);
        Assert.EndsWith(" [1]", page.Sections[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(192, 1)]
    [InlineData(193, 2)]
    public void Sentence_ThatEscapingMakesLonger_IsMeasuredAsItIsWritten(int length, int sections)
    {
        // One ampersand becomes five units.
        var page = Assert.Single(ReplyLayout.Lay(Write(TestMarkup.Entities, Limits, Sentence("&" + Words(length - 1))), [], Limits, TestMarkup.Entities));

        Assert.Equal(sections, page.Sections.Count);
        Assert.All(page.Sections, section => Assert.InRange(section.Text.Length, 1, 200));
    }

    [Fact]
    public void Word_LongerThanASection_IsDividedBetweenCharacters()
    {
        var word = string.Concat(Enumerable.Repeat("\U0001F468\u200D\U0001F469\u200D\U0001F467e\u0301", 60));

        var sections = Lay(Limits, Sentence(word)).SelectMany(page => page.Sections).Select(section => section.Text).ToList();

        Assert.True(sections.Count > 2);
        Assert.Equal(word + " [1]", string.Concat(sections));
        Assert.All(sections.SkipLast(1), text => Assert.True(text.EndsWith('\u0301') || text.EndsWith("\U0001F467", StringComparison.Ordinal)));
    }

    [Fact]
    public void Character_LongerThanASection_IsDividedWithoutBreakingAPair()
    {
        var sections = Lay(Limits, Sentence("\U0001F600" + string.Concat(Enumerable.Repeat("\U000E0100", 300)))).SelectMany(page => page.Sections).ToList();

        Assert.True(sections.Count > 3);
        Assert.All(sections, section => Assert.DoesNotContain("\uFFFD", section.Text.Normalize(), StringComparison.Ordinal));
        Assert.All(sections, section => Assert.False(char.IsLowSurrogate(section.Text[0]) || char.IsHighSurrogate(section.Text[^1])));
    }

    [Fact]
    public void Statements_BeyondTheLastMessage_AreCountedAndTheirSourcesGo()
    {
        var limits = Limits with { MessageCount = 1 };
        var sentences = Enumerable.Range(1, 9).Select(number => new VerifiedSentence(Words(90), [number], SentenceLayout.ListItem)).ToArray();
        var writer = new UnitWriter(limits, TestMarkup.Plain);
        writer.Statements(sentences, 1);
        writer.Sources(new ReplyBlock.Sources([.. Enumerable.Range(1, 9).Select(Citation)]));
        writer.AsOf(new ReplyBlock.AsOf("2031-05-01", "invented", "abc"));

        var page = Assert.Single(ReplyLayout.Lay(writer.Units, [], limits, TestMarkup.Plain));

        var kept = sentences.Count(sentence => page.Sections.Any(section => section.Text.Contains($" [{sentence.Citations[0]}]", StringComparison.Ordinal)));
        Assert.InRange(kept, 1, 8);
        Assert.Contains(page.Sections, section => section.Text.Contains($"There was no room for {9 - kept} more statements.", StringComparison.Ordinal));
        var sources = Assert.Single(page.Sections, section => section.Kind == SectionKind.Sources).Text;
        Assert.Contains($"[{kept}] ", sources, StringComparison.Ordinal);
        Assert.DoesNotContain($"[{kept + 1}] ", sources, StringComparison.Ordinal);
        Assert.Equal(SectionKind.AsOf, page.Sections[^1].Kind);
    }

    [Fact]
    public void Rows_OfATable_StandInColumnsAndAreNotDivided()
    {
        var rows = Enumerable.Range(0, 12).Select(number => new VerifiedSentence($"Measure {new string('m', number)} | {number} percent", [1], SentenceLayout.TableRow)).ToArray();

        var tables = Lay(Limits, rows).SelectMany(page => page.Sections).ToList();

        Assert.True(tables.Count > 1);
        Assert.All(tables, table => Assert.Equal(SectionKind.Table, table.Kind));
        Assert.Single(tables.SelectMany(table => table.Text.Split('\n')).Where(line => line.Contains('|', StringComparison.Ordinal)).Select(line => line.IndexOf('|', StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public void Heading_AtTheEndOfAMessage_GoesWithWhatFollows()
    {
        var writer = new UnitWriter(Limits, TestMarkup.Plain);
        writer.Note(string.Join("\n\n", Words(198), Words(198), Words(180)));
        writer.Heading("Next");
        writer.Note(Words(50));

        var pages = ReplyLayout.Lay(writer.Units, [], Limits, TestMarkup.Plain);

        Assert.Equal(2, pages.Count);
        Assert.Equal(SectionKind.Heading, pages[1].Sections[0].Kind);
    }

    [Fact]
    public void Image_BeforeAnyText_GoesWithTheFirstMessageAndAloneHasWords()
    {
        var image = new ReplyBlock.Image(new byte[] { 1 }, "market.png", "A chart & its figures");

        var first = Assert.Single(ReplyLayout.Lay(new ChatReply(ReplyAudience.Everyone, [image, new ReplyBlock.Note("Text.")]), Limits, TestMarkup.Entities));
        var alone = Assert.Single(ReplyLayout.Lay(new ChatReply(ReplyAudience.Everyone, [image]), Limits, TestMarkup.Entities));

        Assert.Same(image, Assert.Single(first.Images));
        Assert.Equal("Text.", Assert.Single(first.Sections).Text);
        Assert.Same(image, Assert.Single(alone.Images));
        Assert.Equal("A chart &amp; its figures", Assert.Single(alone.Sections).Text);
    }

    [Fact]
    public void Excerpt_OfAGist_HasNoQuotationMarks()
    {
        var gist = Packs.Invented.Claims.First(claim => claim.Evidence[0].Gist is not null);
        var quoted = Packs.Invented.Claims.First(claim => claim.Evidence[0].Excerpt is not null);
        ReplyBlock.Sources Block(Claim claim) => new([new Citation(1, claim, Packs.Invented.Find(claim.Evidence[0].Source)!, null, claim.Evidence[0].Text)], WithExcerpts: true);
        string Text(ReplyBlock block) => Assert.Single(ReplyLayout.Lay(new ChatReply(ReplyAudience.Asker, [block]), Limits, TestMarkup.Plain)).Sections[0].Text;

        Assert.EndsWith($"_{gist.Evidence[0].Text}_", Text(Block(gist)), StringComparison.Ordinal);
        Assert.EndsWith($"_“{quoted.Evidence[0].Text}”_", Text(Block(quoted)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void Reply_OfBlankWords_StillSaysSomething(string text)
    {
        var page = Assert.Single(ReplyLayout.Lay(ChatReply.Note(ReplyAudience.Asker, text), Limits, TestMarkup.Plain));

        Assert.NotEmpty(Assert.Single(page.Sections).Text);
    }

    [Fact]
    public void HalfAPair_InSomebodysWords_IsReplaced()
    {
        var page = Assert.Single(ReplyLayout.Lay(ChatReply.Note(ReplyAudience.Asker, "You wrote \uD83D here."), Limits, TestMarkup.Plain));

        Assert.Equal("You wrote \uFFFD here.", Assert.Single(page.Sections).Text);
    }

    [Theory]
    [InlineData(199, 5, 600, 3)]
    [InlineData(200, 2, 600, 3)]
    [InlineData(200, 5, 399, 3)]
    [InlineData(200, 5, 600, 0)]
    public void Limits_TooLow_AreRefused(int section, int count, int message, int messages) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReplyLayout.Lay(ChatReply.Note(ReplyAudience.Asker, "Hello."), new LayoutLimits(section, count, message, messages), TestMarkup.Plain));

    private static IReadOnlyList<ReplyPage> Lay(LayoutLimits limits, params VerifiedSentence[] sentences) =>
        ReplyLayout.Lay(Write(TestMarkup.Plain, limits, sentences), [], limits, TestMarkup.Plain);

    private static IReadOnlyList<LayoutUnit> Write(IReplyMarkup markup, LayoutLimits limits, params VerifiedSentence[] sentences)
    {
        var writer = new UnitWriter(limits, markup);
        writer.Statements(sentences, 1);
        return writer.Units;
    }

    private static VerifiedSentence Sentence(string text) => new(text, [1], SentenceLayout.Prose);

    // So many units of words of four letters.
    private static string Words(int length) => string.Concat(Enumerable.Repeat("word ", (length / 5) + 1))[..(length - 1)] + ".";

    private static Citation Citation(int number) =>
        new(number, null, new Source { Id = new SourceId("s"), Title = "Title", Publisher = "Publisher", Grade = SourceGrade.A }, number, "Words.");
}
