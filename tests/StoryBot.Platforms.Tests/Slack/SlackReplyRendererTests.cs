using System.Text.Json.Nodes;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Replies;
using StoryBot.Platforms.Slack;
using StoryBot.Testing.Slack;

namespace StoryBot.Platforms.Tests.Slack;

public sealed class SlackReplyRendererTests
{
    private const string Rocket = "\U0001F680";
    private static readonly AnswerId Answer = new("0194a1b2");

    [Fact]
    public void Page_WithEachKindOfSection_HasTheBlocksForIt()
    {
        var page = Page(
            new PageSection(SectionKind.Heading, "Costs"),
            new PageSection(SectionKind.Text, "It cost $5.6 million. [1]"),
            new PageSection(SectionKind.Sources, "*Sources*"),
            new PageSection(SectionKind.AsOf, "As of 2025-01-31")) with
        {
            Buttons = [new ReplyButton("Sources", new ChatAction.ShowSources(Answer))],
        };

        var message = SlackReplyRenderer.Render(page, "It cost $5.6 million.");

        Assert.Equal(["header", "section", "section", "context", "actions"], message.Blocks.Select(block => (string)block!["type"]!));
        Assert.True((bool)message.Blocks[1]!["text"]!["verbatim"]!);
        Assert.Equal("It cost $5.6 million.", message.Text);
        Assert.Equal(new ChatAction.ShowSources(Answer), ChatAction.Parse((string?)message.Blocks[4]!["elements"]![0]!["value"]));
    }

    [Theory]
    [InlineData(3000, 1)]
    [InlineData(3001, 2)]
    [InlineData(6001, 3)]
    public void Section_AtItsLimit_GoesOnInTheNext(int length, int blocks)
    {
        AssertWhole(new string('x', length), blocks);
    }

    [Fact]
    public void Section_CutWithinACharacterOfTwoUnits_CutsBeforeIt()
    {
        AssertWhole(new string('x', 2999) + Rocket + "y", 2);
    }

    [Theory]
    [InlineData(2996)]
    [InlineData(2997)]
    [InlineData(2999)]
    public void Section_CutWithinAnEscape_CutsBeforeIt(int before)
    {
        var blocks = AssertWhole(new string('x', before) + "&amp;&lt;y", 2);

        Assert.All(blocks, text => Assert.DoesNotContain("&", text.Replace("&amp;", string.Empty, StringComparison.Ordinal).Replace("&lt;", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(150, 150)]
    [InlineData(151, 150)]
    [InlineData(4000, 150)]
    public void Heading_AtItsLimit_IsCut(int length, int expected)
    {
        var heading = HeadingOf(new string('x', length));

        Assert.Equal(expected, heading.Length);
        Assert.Equal(length > 150, heading.EndsWith('\u2026'));
    }

    [Fact]
    public void Heading_OfCharactersOfTwoUnits_IsCutBetweenThem()
    {
        var heading = HeadingOf(string.Concat(Enumerable.Repeat(Rocket, 100)));

        Assert.InRange(heading.Length, 148, 150);
        Assert.Empty(BlockKitRules.CheckMessage(SlackReplyRenderer.Render(Page(new PageSection(SectionKind.Heading, heading)), string.Empty).Blocks));
        Assert.DoesNotContain(heading.TrimEnd('\u2026').EnumerateRunes(), rune => rune == System.Text.Rune.ReplacementChar);
    }

    [Fact]
    public void Buttons_OverTheirLimits_AreCutAndPutIntoRows()
    {
        var page = Page(new PageSection(SectionKind.Text, "text")) with
        {
            Buttons = [.. Enumerable.Range(0, 60).Select(index => new ReplyButton($"{index} " + new string('x', 100), new ChatAction.AskSuggestion(Answer, index)))],
        };

        var blocks = SlackReplyRenderer.Render(page, string.Empty).Blocks;

        Assert.Equal([25, 25, 10], blocks.Skip(1).Select(block => block!["elements"]!.AsArray().Count));
        Assert.Empty(BlockKitRules.CheckMessage(blocks));
    }

    [Fact]
    public void Buttons_ThatDoTheSame_HaveDifferentIds()
    {
        var page = Page(new PageSection(SectionKind.Text, "text")) with
        {
            Buttons = [new ReplyButton("One", new ChatAction.Share(Answer)), new ReplyButton("Two", new ChatAction.Share(Answer))],
        };

        Assert.Empty(BlockKitRules.CheckMessage(SlackReplyRenderer.Render(page, string.Empty).Blocks));
    }

    [Fact]
    public void Button_ThatNamesSomebody_MentionsNobody()
    {
        var page = Page(new PageSection(SectionKind.Heading, "<!channel>")) with { Buttons = [new ReplyButton("Ask <@U1>", new ChatAction.Share(Answer))] };

        var json = SlackReplyRenderer.Render(page, "<!here>").ToNewMessage().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        Assert.DoesNotContain("<!", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<@", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_AtEveryLimitOfTheLayout_IsTakenBySlack()
    {
        var words = SlackMarkup.Instance.Escape(string.Concat(Enumerable.Repeat("& < > " + Rocket + " ", 200)));
        var sections = Enumerable.Range(0, SlackReplyRenderer.Limits.SectionCount)
            .Select(_ => new PageSection(SectionKind.Text, words[..(SlackReplyRenderer.Limits.MessageLength / SlackReplyRenderer.Limits.SectionCount)].TrimEnd('&')))
            .ToArray();
        var page = Page(sections) with { Buttons = [.. Enumerable.Range(0, 25).Select(index => new ReplyButton(new string('x', 75), new ChatAction.AskSuggestion(Answer, index)))] };

        var message = SlackReplyRenderer.Render(page, new string('&', 5000));

        Assert.InRange(message.Blocks.Count, SlackReplyRenderer.Limits.SectionCount, 50);
        Assert.InRange(BlockKitRules.CountCharacters(message.Blocks) + message.Text.Length, 1, 13_000);
        Assert.InRange(message.Text.Length, 1, SlackReplyRenderer.FallbackLength);
        Assert.EndsWith("&amp;\u2026", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Home_OfManyPages_StaysWithinAView()
    {
        var pages = Enumerable.Range(0, 30).Select(_ => Page([.. Enumerable.Range(0, 5).Select(index => new PageSection(SectionKind.Text, $"line {index}"))]));

        var view = SlackReplyRenderer.RenderHome(pages);

        Assert.Equal(100, view["blocks"]!.AsArray().Count);
        Assert.Empty(BlockKitRules.CheckView(view));
    }

    [Fact]
    public void Picture_WithLongWords_IsWithinTheLimit()
    {
        var block = SlackReplyRenderer.Picture("F1", new string('x', 3000));

        Assert.Empty(BlockKitRules.CheckMessage([block]));
    }

    private static ReplyPage Page(params PageSection[] sections) => new(sections);

    private static string HeadingOf(string text) =>
        (string)SlackReplyRenderer.Render(Page(new PageSection(SectionKind.Heading, text)), "fallback").Blocks[0]!["text"]!["text"]!;

    private static List<string> AssertWhole(string text, int blocks)
    {
        var message = SlackReplyRenderer.Render(Page(new PageSection(SectionKind.Text, text)), "fallback");
        var texts = message.Blocks.Select(block => (string)block!["text"]!["text"]!).ToList();

        Assert.Equal(blocks, texts.Count);
        Assert.Equal(text, string.Concat(texts));
        Assert.Empty(BlockKitRules.CheckMessage((JsonArray)message.Blocks.DeepClone()));
        Assert.All(texts, piece => Assert.False(char.IsLowSurrogate(piece[0]) || char.IsHighSurrogate(piece[^1])));
        return texts;
    }
}
