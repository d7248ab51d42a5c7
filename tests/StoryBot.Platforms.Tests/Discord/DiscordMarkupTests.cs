using StoryBot.Platforms.Discord;

namespace StoryBot.Platforms.Tests.Discord;

public sealed class DiscordMarkupTests
{
    private readonly DiscordMarkup _markup = DiscordMarkup.Instance;

    [Theory]
    [InlineData("plain words, 5.6 million (about 17%)", "plain words, 5.6 million (about 17%)")]
    [InlineData("*a* _b_ ~c~ `d` ||e||", @"\*a\* \_b\_ \~c\~ \`d\` \|\|e\|\|")]
    [InlineData("@everyone and @here", @"\@everyone and \@here")]
    [InlineData("<@123> <@&4> <#5> <:x:6> </ask:7>", @"\<\@123\> \<\@&4\> \<#5\> \<:x:6\> \</ask:7\>")]
    [InlineData("[a](https://b.c/d_e)", @"\[a\](https\://b.c/d\_e)")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("# title", @"\# title")]
    [InlineData("-# small", @"\-# small")]
    [InlineData("one\n- two\n  + three\n> four", "one\n\\- two\n  \\+ three\n\\> four")]
    [InlineData("1. first\n22) second", "1\\. first\n22\\) second")]
    [InlineData("12:30, a - b, C#", "12:30, a - b, C#")]
    [InlineData("", "")]
    public void Escape_OfSigns_ShowsThemAsTheyAre(string plain, string escaped)
    {
        Assert.Equal(escaped, _markup.Escape(plain));
    }

    [Fact]
    public void Link_ToAnAddressWithBrackets_EndsWhereItShould()
    {
        Assert.Equal("[R1](https://example.org/a%28b%29)", _markup.Link("R1", new Uri("https://example.org/a(b)")));
    }

    [Theory]
    [InlineData("a```b")]
    [InlineData("`````")]
    [InlineData("``")]
    public void Preformatted_WithAFenceInIt_HasNoOther(string plain)
    {
        var written = _markup.Preformatted(plain);

        Assert.StartsWith("```\n", written, StringComparison.Ordinal);
        Assert.EndsWith("\n```", written, StringComparison.Ordinal);
        Assert.DoesNotContain("``", written[4..^4], StringComparison.Ordinal);
        Assert.Equal(plain, written[4..^4].Replace("\u200B", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void BoldAndItalic_AroundText_AreDiscords()
    {
        Assert.Equal(("**a**", "*a*"), (_markup.Bold("a"), _markup.Italic("a")));
    }
}
