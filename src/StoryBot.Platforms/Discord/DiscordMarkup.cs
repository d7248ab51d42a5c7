using System.Text;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// Discord's markdown. A backslash before a sign shows the sign; what only counts at the start of a line (headings, lists,
/// quotations) is escaped there, and the colon of an address, so that it does not turn into a link by itself. Pure.
/// </summary>
internal sealed class DiscordMarkup : IReplyMarkup
{
    /// <summary>The one there is.</summary>
    public static readonly DiscordMarkup Instance = new();

    private const string Always = @"\*_~`|<>[]@";
    private const string AtLineStart = "#-+";
    private const string Fence = "```";

    // Between two backticks it is not seen, and they end no block.
    private const char ZeroWidthSpace = '\u200B';

    /// <inheritdoc/>
    public string Escape(string plain)
    {
        var escaped = new StringBuilder(plain.Length + 16);
        var atLineStart = true;
        for (var index = 0; index < plain.Length; index++)
        {
            var sign = plain[index];
            if (Always.Contains(sign) || (atLineStart && AtLineStart.Contains(sign)) || IsOfAddress(plain, index) || EndsNumber(plain, index))
            {
                escaped.Append('\\');
            }

            escaped.Append(sign);
            atLineStart = sign is '\n' or '\r' || (atLineStart && char.IsWhiteSpace(sign));
        }

        return escaped.ToString();
    }

    /// <inheritdoc/>
    public string Bold(string escaped) => $"**{escaped}**";

    /// <inheritdoc/>
    public string Italic(string escaped) => $"*{escaped}*";

    /// <inheritdoc/>
    public string Link(string escaped, Uri target)
    {
        // A closing bracket would end the link.
        var address = target.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return $"[{escaped}]({address})";
    }

    /// <inheritdoc/>
    public string Preformatted(string plain) =>
        $"{Fence}\n{plain.Replace("``", $"`{ZeroWidthSpace}`", StringComparison.Ordinal).Replace("``", $"`{ZeroWidthSpace}`", StringComparison.Ordinal)}\n{Fence}";

    /// <summary>Plain text without the signs that would have to be escaped: never longer than it was.</summary>
    public static string Strip(string plain)
    {
        var stripped = string.Concat(plain.Where(sign => !Always.Contains(sign))).TrimStart([.. AtLineStart, ' ']);
        return string.IsNullOrWhiteSpace(stripped) ? "…" : stripped;
    }

    private static bool IsOfAddress(string plain, int index) =>
        plain[index] == ':' && string.CompareOrdinal(plain, index + 1, "//", 0, 2) == 0;

    // "1." at the start of a line begins a list, and Discord would count on from it.
    private static bool EndsNumber(string plain, int index)
    {
        if (plain[index] is not ('.' or ')') || index == 0 || !char.IsAsciiDigit(plain[index - 1]))
        {
            return false;
        }

        var start = index;
        while (start > 0 && char.IsAsciiDigit(plain[start - 1]))
        {
            start--;
        }

        while (start > 0 && plain[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || plain[start - 1] is '\n' or '\r';
    }
}
