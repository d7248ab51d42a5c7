using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Platforms.Discord;

/// <summary>Writes a page of a reply as a Discord message, within every limit of one. Pure.</summary>
internal static class DiscordReplyRenderer
{
    /// <summary>The longest content; bots have half of what the specification says.</summary>
    public const int LongestContent = 2000;

    /// <summary>The longest description of an embed.</summary>
    public const int LongestDescription = 4096;

    /// <summary>The longest sum of everything in a message's embeds.</summary>
    public const int LongestEmbeds = 6000;

    /// <summary>
    /// What fits into a message. Below Discord's numbers, because sections are joined by empty lines and headings may turn
    /// bold; eight sections and two pictures never need more than Discord's ten embeds.
    /// </summary>
    public static readonly LayoutLimits Limits = new(SectionLength: 4000, SectionCount: 8, MessageLength: 5900, MessageCount: 4);

    private const int LongestTitle = 256;
    private const int LongestLabel = 80;
    private const int LongestAltText = 1024;
    private const int LongestFileName = 100;
    private const int ButtonsPerRow = 5;
    private const int MostRows = 5;
    private const int MostEmbeds = 10;
    private const int PrimaryStyle = 1;
    private const int SecondaryStyle = 2;
    private const string Gap = "\n\n";

    /// <summary>The message of a page.</summary>
    public static DiscordMessage Render(ReplyPage page)
    {
        var files = page.Images.Select((image, index) => Attachment(image, index)).ToList();
        var message = new DiscordMessage
        {
            Components = Rows(page.Buttons),
            Attachments = files,
            Files = [.. page.Images.Select(image => image.Png)],
        };
        return IsPlain(page)
            ? message with { Content = string.Join(Gap, page.Sections.Select(section => section.Text)) }
            : message with { Embeds = WithImages(Fitting(page.Sections), files) };
    }

    /// <summary>A message of the bot's own plain words.</summary>
    public static DiscordMessage Say(string words) => new() { Content = words };

    // The bot's own short words need no frame.
    private static bool IsPlain(ReplyPage page) =>
        page.Images.Count == 0
        && page.Sections.All(section => section.Kind == SectionKind.Text)
        && page.Sections.Sum(section => section.Text.Length + Gap.Length) <= LongestContent;

    // The layout counts headings as plain text; where escaping them is too much for a full message, they lose their signs.
    private static List<DiscordEmbed> Fitting(IReadOnlyList<PageSection> sections)
    {
        var embeds = Embeds(sections, DiscordMarkup.Instance.Escape);
        return embeds.Sum(embed => (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0)) <= LongestEmbeds
            ? embeds
            : Embeds(sections, DiscordMarkup.Strip);
    }

    private static List<DiscordEmbed> Embeds(IReadOnlyList<PageSection> sections, Func<string, string> writeHeading)
    {
        var embeds = new List<DiscordEmbed>();
        foreach (var section in sections)
        {
            var last = embeds.Count == 0 ? null : embeds[^1];
            if (section.Kind == SectionKind.Heading && last is null)
            {
                embeds.Add(new DiscordEmbed { Title = Title(writeHeading(section.Text), section.Text) });
                continue;
            }

            var text = section.Kind == SectionKind.Heading ? DiscordMarkup.Instance.Bold(writeHeading(section.Text)) : section.Text;
            if (last is not null && Joined(last, text) is { Length: <= LongestDescription } joined)
            {
                embeds[^1] = last with { Description = joined };
            }
            else
            {
                embeds.Add(new DiscordEmbed { Description = text });
            }
        }

        return embeds;
    }

    private static string Title(string written, string plain) =>
        written.Length <= LongestTitle ? written : DiscordText.Cut(DiscordMarkup.Strip(plain), LongestTitle);

    private static string Joined(DiscordEmbed embed, string text) => embed.Description is null ? text : embed.Description + Gap + text;

    // A picture goes into the last embed that has none, else into one of its own.
    private static List<DiscordEmbed> WithImages(List<DiscordEmbed> embeds, IReadOnlyList<DiscordAttachment> files)
    {
        foreach (var file in files)
        {
            var image = new DiscordImage($"attachment://{file.Filename}");
            if (embeds.FindLastIndex(embed => embed.Image is null) is >= 0 and var index)
            {
                embeds[index] = embeds[index] with { Image = image };
            }
            else if (embeds.Count < MostEmbeds)
            {
                embeds.Add(new DiscordEmbed { Image = image });
            }
        }

        return embeds;
    }

    private static DiscordAttachment Attachment(ReplyBlock.Image image, int index)
    {
        // Discord changes other signs in a name, and the embed would no longer find the file.
        var name = string.Concat(Path.GetFileNameWithoutExtension(image.FileName).Where(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_'));
        var words = DiscordText.Cut(image.AltText.Trim(), LongestAltText);
        return new DiscordAttachment($"{index}", $"{index}-{name[..Math.Min(name.Length, LongestFileName)]}.png", words.Length == 0 ? null : words);
    }

    private static List<DiscordRow> Rows(IReadOnlyList<ReplyButton> buttons) =>
        [.. buttons.Take(ButtonsPerRow * MostRows).Select(Button).Chunk(ButtonsPerRow).Select(row => new DiscordRow(row))];

    private static DiscordButton Button(ReplyButton button) => new(
        DiscordText.Cut(button.Label, LongestLabel),
        button.Action.Encode(),
        button.Action is ChatAction.Share ? PrimaryStyle : SecondaryStyle);
}
