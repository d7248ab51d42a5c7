using System.Text.Json;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Replies;
using StoryBot.Platforms.Discord;
using StoryBot.Testing.Discord.Specification;

namespace StoryBot.Platforms.Tests.Discord;

public sealed class DiscordReplyRendererTests
{
    private static readonly AnswerId Answer = new(new string('a', AnswerId.MaxLength));

    [Fact]
    public void Page_OfShortWords_IsContentWithoutAFrame()
    {
        var message = DiscordReplyRenderer.Render(Page(new PageSection(SectionKind.Text, "Nothing found.")));

        Assert.Equal("Nothing found.", message.Content);
        Assert.Empty(message.Embeds);
    }

    [Theory]
    [InlineData(1998, true)]
    [InlineData(1999, false)]
    public void Page_OfWords_IsContentUpToItsLimit(int length, bool isContent)
    {
        var message = DiscordReplyRenderer.Render(Page(new PageSection(SectionKind.Text, new string('x', length))));

        Assert.Equal(isContent, message.Embeds.Count == 0);
    }

    [Fact]
    public void Page_WithAHeadingFirst_HasItAsTheTitle()
    {
        var embed = Assert.Single(DiscordReplyRenderer.Render(Page(
            new PageSection(SectionKind.Heading, "Claims *here*"),
            new PageSection(SectionKind.Text, "One."),
            new PageSection(SectionKind.Heading, "Quotes *there*"),
            new PageSection(SectionKind.AsOf, "As of today."))).Embeds);

        Assert.Equal("Claims \\*here\\*", embed.Title);
        Assert.Equal("One.\n\n**Quotes \\*there\\***\n\nAs of today.", embed.Description);
    }

    [Theory]
    [InlineData(4000, 94, 1)]
    [InlineData(4000, 95, 2)]
    public void Sections_ThatFillADescription_GoOnInAnotherFrame(int first, int second, int embeds)
    {
        var message = DiscordReplyRenderer.Render(Page(
            new PageSection(SectionKind.Text, new string('x', first)),
            new PageSection(SectionKind.Sources, new string('y', second))));

        Assert.Equal(embeds, message.Embeds.Count);
    }

    [Fact]
    public void Buttons_MoreThanARow_AreInRowsOfFive()
    {
        var buttons = Enumerable.Range(0, 12).Select(number => new ReplyButton(new string('l', 75), new ChatAction.AskSuggestion(Answer, number))).ToList();

        var message = DiscordReplyRenderer.Render(Page(new PageSection(SectionKind.Text, "One.")) with { Buttons = buttons });

        Assert.Equal([5, 5, 2], message.Components.Select(row => row.Components.Count));
        Assert.All(message.Components.SelectMany(row => row.Components), button => Assert.InRange(button.CustomId.Length, 1, 100));
        AssertFits(message);
    }

    [Fact]
    public void Label_TooLong_IsCutButNotInsideACharacter()
    {
        var label = new string('l', 78) + "😀😀";

        var message = DiscordReplyRenderer.Render(Page(new PageSection(SectionKind.Text, "One.")) with { Buttons = [new ReplyButton(label, new ChatAction.Share(Answer))] });

        Assert.Equal(new string('l', 78) + "…", message.Components[0].Components[0].Label);
    }

    [Fact]
    public void Message_OfAnyKind_MentionsNobody()
    {
        var json = JsonSerializer.SerializeToNode(DiscordReplyRenderer.Say("@everyone"), DiscordJson.Default.DiscordMessage)!;

        Assert.Empty(json["allowed_mentions"]!["parse"]!.AsArray());
        Assert.False(json["allowed_mentions"]!["replied_user"]!.GetValue<bool>());
    }

    [Fact]
    public void Pictures_MoreThanFrames_GetFramesOfTheirOwn()
    {
        var images = Enumerable.Range(0, 3).Select(number => new ReplyBlock.Image(new byte[] { 1 }, "../ä chart.png", $"{number}")).ToList();

        var message = DiscordReplyRenderer.Render(Page(new PageSection(SectionKind.Text, "One.")) with { Images = images });

        Assert.Equal(3, message.Embeds.Count);
        Assert.Equal(message.Attachments.Select(file => $"attachment://{file.Filename}").Order(), message.Embeds.Select(embed => embed.Image!.Url).Order());
        AssertFits(message);
    }

    [Fact]
    public void Pages_OfAnyReply_FitIntoDiscordsLimits()
    {
        var random = new Random(20250127);
        for (var round = 0; round < 300; round++)
        {
            var reply = new ChatReply(ReplyAudience.Asker, [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => RandomBlock(random))]);
            foreach (var page in ReplyLayout.Lay(reply, DiscordReplyRenderer.Limits, DiscordMarkup.Instance))
            {
                AssertFits(DiscordReplyRenderer.Render(page));
            }
        }
    }

    [Fact]
    public void Page_FullOfHeadingsThatNeedEscaping_StillFits()
    {
        var limits = DiscordReplyRenderer.Limits;
        var heading = new PageSection(SectionKind.Heading, string.Concat(Enumerable.Repeat("*x", limits.HeadingLength / 2)));
        var sections = Enumerable.Repeat(heading, limits.SectionCount - 2).ToList();
        sections.Add(new PageSection(SectionKind.Text, new string('x', limits.SectionLength)));
        sections.Add(new PageSection(SectionKind.Sources, new string('y', limits.MessageLength - sections.Sum(section => section.Text.Length))));

        AssertFits(DiscordReplyRenderer.Render(new ReplyPage(sections)));
    }

    [Fact]
    public void Pages_FilledToTheLayoutsLimits_FitIntoDiscordsLimits()
    {
        var limits = DiscordReplyRenderer.Limits;
        var sections = Enumerable.Range(0, limits.SectionCount - 1).Select(_ => new PageSection(SectionKind.Text, "x"))
            .Prepend(new PageSection(SectionKind.Text, new string('x', limits.SectionLength))).ToList();
        var left = limits.MessageLength - sections.Sum(section => section.Text.Length);
        sections[^1] = new PageSection(SectionKind.Sources, new string('y', left + 1));

        AssertFits(DiscordReplyRenderer.Render(new ReplyPage(sections)));
    }

    private static ReplyPage Page(params PageSection[] sections) => new(sections);

    private static ReplyBlock RandomBlock(Random random) => random.Next(4) switch
    {
        0 => new ReplyBlock.Heading(Words(random, 1 + random.Next(30))),
        1 => new ReplyBlock.Image(new byte[] { 1 }, "chart.png", Words(random, 5)),
        2 => new ReplyBlock.AsOf("2025-01-31", "story", "0123456789abcdef"),
        _ => new ReplyBlock.Note(Words(random, random.Next(1, 900))),
    };

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count)
        .Select(_ => random.Next(6) switch { 0 => "*_~`|<>[]@", 1 => "😀😀😀", 2 => "end.", 3 => "- 1.", _ => new string('w', 1 + random.Next(12)) }));

    private static void AssertFits(DiscordMessage message)
    {
        Assert.InRange(message.Content.Length, 0, DiscordReplyRenderer.LongestContent);
        Assert.InRange(message.Embeds.Count, message.Content.Length == 0 ? 1 : 0, 10);
        Assert.All(message.Embeds, embed => Assert.InRange(embed.Description?.Length ?? 0, 0, DiscordReplyRenderer.LongestDescription));
        Assert.InRange(message.Embeds.Sum(embed => (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0)), 0, DiscordReplyRenderer.LongestEmbeds);
        if (DiscordSpecification.Instance is { } specification)
        {
            Assert.Empty(specification.CheckAs("MessageCreateRequest", JsonSerializer.SerializeToElement(message, DiscordJson.Default.DiscordMessage)));
        }
    }
}
