using StoryBot.Platforms.Slack;

namespace StoryBot.Platforms.Tests.Slack;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("<@U0BOT> what fell?", "what fell?")]
    [InlineData("what fell, <@U0BOT|storybot>?", "what fell, ?")]
    [InlineData("ask <@U2> about <#C1|markets>", "ask @U2 about #markets")]
    [InlineData("<!here> and <!channel> and <!subteam^S1|@desk>", "@here and @channel and @desk")]
    [InlineData("see <https://example.org/a?b=1&amp;c=2>", "see https://example.org/a?b=1&c=2")]
    [InlineData("see <https://example.org|the page>", "see the page")]
    [InlineData("to <mailto:a@example.org|a@example.org> or <mailto:b@example.org>", "to a@example.org or b@example.org")]
    [InlineData("<!date^1738000000^{date}|27 January>", "27 January")]
    [InlineData("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d")]
    [InlineData("typed &amp;lt;", "typed &lt;")]
    [InlineData("R1 \U0001F680 <", "R1 \U0001F680 <")]
    [InlineData("<>", "<>")]
    [InlineData(null, "")]
    public void Read_OfWhatSlackSends_GivesWhatWasTyped(string? raw, string expected)
    {
        Assert.Equal(expected, SlackText.Read(raw, "U0BOT"));
    }

    [Fact]
    public void Read_OfManyOpenBrackets_IsQuick()
    {
        var text = new string('<', 40_000);

        Assert.Equal(text, SlackText.Read(text, "U0BOT"));
    }

    [Fact]
    public void Mentions_OfAText_AreItsUsersAlone()
    {
        Assert.Equal(["U1", "U2"], SlackText.Mentions("<@U1> and <@U2|two>, not <#C1> or <!here>"));
    }
}
