using System.Text.Json.Nodes;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// Turns laid-out messages into Block Kit. Whatever it is given, no block and no message is over Slack's limits: the layout keeps
/// them, and what a block still cannot hold goes on in the next block. Pure.
/// </summary>
internal static class SlackReplyRenderer
{
    /// <summary>The most blocks of a message.</summary>
    public const int MostBlocks = 50;

    /// <summary>The most blocks of the Home tab.</summary>
    public const int MostHomeBlocks = 100;

    /// <summary>The longest text of a section.</summary>
    public const int SectionLength = 3000;

    /// <summary>The longest header.</summary>
    public const int HeaderLength = 150;

    /// <summary>The most buttons of an actions block.</summary>
    public const int MostButtons = 25;

    /// <summary>The longest label of a button.</summary>
    public const int ButtonLength = 75;

    /// <summary>The longest alternative text of a picture.</summary>
    public const int AltLength = 2000;

    /// <summary>The longest text beside the blocks; ours: it is for a notification.</summary>
    public const int FallbackLength = 1000;

    /// <summary>The longest text of a message without blocks: longer ones have been refused.</summary>
    public const int TextLength = 3900;

    /// <summary>
    /// The limits for the layout. Slack has refused messages of some 13,200 characters (bolt-js#2509) and of 51 blocks; this leaves
    /// room for the fallback, buttons and pictures. Three messages fit into the five uses of a response URL with room for a button's answer.
    /// </summary>
    public static readonly LayoutLimits Limits = new(SectionLength, SectionCount: 40, MessageLength: 9000, MessageCount: 3) { HeadingLength = HeaderLength };

    private const string Ellipsis = "\u2026";

    /// <summary>A message.</summary>
    /// <param name="page">The page.</param>
    /// <param name="fallback">The plain text that stands for it; empty takes the page's own first words.</param>
    public static SlackMessage Render(ReplyPage page, string fallback)
    {
        var blocks = new JsonArray();
        foreach (var block in page.Sections.SelectMany(BlocksOf).Concat(ButtonsOf(page.Buttons)).Take(MostBlocks))
        {
            blocks.Add(block);
        }

        var words = string.Join("\n\n", page.Sections.Select(InMarkup));
        var summary = string.IsNullOrWhiteSpace(fallback) ? InMarkup(page.Sections[0]) : SlackMarkup.Instance.Escape(fallback);
        return new SlackMessage(Shorten(summary, FallbackLength), blocks, Shorten(words, TextLength));
    }

    /// <summary>The Home tab.</summary>
    public static JsonObject RenderHome(IEnumerable<ReplyPage> pages)
    {
        var blocks = new JsonArray();
        foreach (var block in pages.SelectMany(page => page.Sections.SelectMany(BlocksOf).Concat(ButtonsOf(page.Buttons))).Take(MostHomeBlocks))
        {
            blocks.Add(block);
        }

        return new JsonObject { ["type"] = "home", ["blocks"] = blocks };
    }

    /// <summary>A picture that was uploaded, as a block.</summary>
    public static JsonObject Picture(string fileId, string altText) => new()
    {
        ["type"] = "image",
        ["slack_file"] = new JsonObject { ["id"] = fileId },
        ["alt_text"] = Cut(SlackMarkup.Plain(altText), AltLength),
    };

    /// <summary>The first characters of a text, cut at a word where it has any and never within a character.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - Ellipsis.Length;
        var space = text.LastIndexOf(' ', end, Math.Min(end, 40));
        end = space > 0 ? space : SafeEnd(text, end);
        return text[..end].TrimEnd() + Ellipsis;
    }

    private static IEnumerable<JsonNode> BlocksOf(PageSection section) => section.Kind switch
    {
        SectionKind.Heading =>
        [
            new JsonObject
            {
                ["type"] = "header",
                ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = Cut(SlackMarkup.Plain(section.Text), HeaderLength), ["emoji"] = false },
            },
        ],
        SectionKind.AsOf => Pieces(section.Text).Select(text => new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Markup(text)) }),
        _ => Pieces(section.Text).Select(text => new JsonObject { ["type"] = "section", ["text"] = Markup(text) }),
    };

    private static IEnumerable<JsonNode> ButtonsOf(IReadOnlyList<ReplyButton> buttons) =>
        buttons.Select(ButtonOf).Chunk(MostButtons).Select(row => new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray([.. row]) });

    // Ids of a message's buttons differ, even if two do the same.
    private static JsonNode ButtonOf(ReplyButton button, int index) => new JsonObject
    {
        ["type"] = "button",
        ["action_id"] = $"{button.Action.Encode()}:{index}",
        ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = Cut(SlackMarkup.Plain(button.Label), ButtonLength), ["emoji"] = false },
        ["value"] = button.Action.Encode(),
    };

    // "verbatim": Slack turns nothing into a link or a mention that is not written as one.
    private static JsonObject Markup(string text) => new() { ["type"] = "mrkdwn", ["text"] = text, ["verbatim"] = true };

    private static string InMarkup(PageSection section) => section.Kind == SectionKind.Heading ? SlackMarkup.Instance.Escape(section.Text) : section.Text;

    private static string Shorten(string markup, int length) => markup.Length <= length ? markup : markup[..SafeEnd(markup, length - Ellipsis.Length)] + Ellipsis;

    // The layout keeps to the limit, and this is one piece; a longer text loses nothing.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        while (text.Length - start > SectionLength)
        {
            var end = SafeEnd(text, start + SectionLength);
            yield return text[start..end];
            start = end;
        }

        yield return text[start..];
    }

    // Steps back from the middle of a surrogate pair, or of an escape such as "&amp;".
    private static int SafeEnd(string text, int end)
    {
        var entity = text.LastIndexOf('&', end - 1, Math.Min(end, 4));
        if (entity > 0 && text.IndexOf(';', entity) is var close && close >= end && close - entity < 5)
        {
            end = entity;
        }

        return char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }
}
