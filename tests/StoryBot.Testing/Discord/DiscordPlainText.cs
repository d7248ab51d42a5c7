using System.Text;
using System.Text.RegularExpressions;

namespace StoryBot.Testing.Discord;

/// <summary>What a reader sees of Discord's markdown: escapes undone, emphasis and fences taken off, links as their words.</summary>
public static partial class DiscordPlainText
{
    private const string Fence = "```";

    /// <summary>The words.</summary>
    public static string Of(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var parts = markdown.Split(Fence);

        // Every other part stands between fences, where nothing is read as markup.
        return string.Concat(parts.Select((part, index) => index % 2 == 1 ? part.Trim('\n').Replace("\u200B", string.Empty, StringComparison.Ordinal) : Prose(part)));
    }

    private static string Prose(string markdown)
    {
        var text = Link().Replace(markdown, "${words}");
        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\' && index + 1 < text.Length && !char.IsLetterOrDigit(text[index + 1]) && !char.IsWhiteSpace(text[index + 1]))
            {
                plain.Append(text[++index]);
            }
            else if (text[index] != '*')
            {
                plain.Append(text[index]);
            }
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"(?<!\\)\[(?<words>(?:\\.|[^\]\\])*)\]\((?:https?|attachment)://[^)\s]*\)")]
    private static partial Regex Link();
}
