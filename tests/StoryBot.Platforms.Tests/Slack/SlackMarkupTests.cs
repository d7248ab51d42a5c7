using StoryBot.Platforms.Slack;

namespace StoryBot.Platforms.Tests.Slack;

public sealed class SlackMarkupTests
{
    private static readonly SlackMarkup Markup = SlackMarkup.Instance;

    [Theory]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("<!channel>", "&lt;!channel&gt;")]
    [InlineData("<@U123>", "&lt;@U123&gt;")]
    [InlineData("1 < 2 > 0", "1 &lt; 2 &gt; 0")]
    [InlineData("> not a quotation", "\u2060&gt; not a quotation")]
    [InlineData("line\n > neither", "line\n \u2060&gt; neither")]
    [InlineData("*not bold* and ~not struck~", "\u2217not bold\u2217 and \u223Cnot struck\u223C")]
    [InlineData("_not italic_", "\u02CDnot italic\u02CD")]
    [InlineData("cost_total of R1_zero", "cost_total of R1_zero")]
    [InlineData("`code`", "\u02CBcode\u02CB")]
    [InlineData(":tada: at 10:30:15", ":\u2060tada: at 10:30:15")]
    [InlineData("@here @channel @everyone @heretic", "@\u2060here @\u2060channel @\u2060everyone @heretic")]
    [InlineData("\U0001F680 17%", "\U0001F680 17%")]
    public void Escape_OfAnything_ShowsItAndFormatsNothing(string plain, string expected)
    {
        Assert.Equal(expected, Markup.Escape(plain));
    }

    [Fact]
    public void Link_WithAnAddressThatCouldEndIt_StaysOneLink()
    {
        var link = Markup.Link(Markup.Escape("A <b> & c"), new Uri("https://example.org/a?x=1&y=<|>"));

        Assert.Equal("<https://example.org/a?x=1&amp;y=%3C%7C%3E|A &lt;b&gt; &amp; c>", link);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void Link_ToAnythingButAPage_IsItsText(string target)
    {
        Assert.Equal("title", Markup.Link("title", new Uri(target)));
    }

    [Fact]
    public void Bold_OverSeveralLines_IsPerLine()
    {
        Assert.Equal("*one*\n*two*\n", Markup.Bold("one\n two \n"));
    }

    [Fact]
    public void Preformatted_WithBackticks_StaysOneBlock()
    {
        Assert.Equal("```\n\u02CB\u02CB\u02CB &lt;@U1&gt; a  b\n```", Markup.Preformatted("``` <@U1> a  b"));
    }

    [Fact]
    public void Plain_WithAMention_BreaksItUp()
    {
        Assert.Equal("\u2039!channel> and 1 < 2", SlackMarkup.Plain("<!channel> and 1 < 2"));
    }
}
