using System.Text;
using System.Text.RegularExpressions;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// Slack's mrkdwn. It has no escape character: characters that would format are replaced by ones that look alike, and what would
/// turn into an emoji or a mention is broken up by a character without width.
/// </summary>
internal sealed partial class SlackMarkup : IReplyMarkup
{
    /// <summary>U+2060, word joiner: has no width, and breaks no line.</summary>
    internal const char Joiner = '\u2060';

    /// <summary>The one instance.</summary>
    public static readonly SlackMarkup Instance = new();

    /// <inheritdoc/>
    public string Escape(string plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        var text = new StringBuilder(plain.Length + 16);
        for (var i = 0; i < plain.Length; i++)
        {
            Append(text, plain, i);
        }

        return Breakable().Replace(text.ToString(), match => match.Value[0].ToString() + Joiner + match.Value[1..]);
    }

    /// <inheritdoc/>
    public string Bold(string escaped) => Wrap(escaped, '*');

    /// <inheritdoc/>
    public string Italic(string escaped) => Wrap(escaped, '_');

    /// <inheritdoc/>
    public string Link(string escaped, Uri target)
    {
        ArgumentNullException.ThrowIfNull(escaped);
        ArgumentNullException.ThrowIfNull(target);
        if (!target.IsAbsoluteUri || target.Scheme is not ("http" or "https" or "mailto"))
        {
            return escaped;
        }

        // The address must not end the link early; AbsoluteUri has encoded everything else that could.
        var address = target.AbsoluteUri.Replace("|", "%7C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal);
        var label = escaped.ReplaceLineEndings(" ").Trim();
        return label.Length == 0 ? $"<{address}>" : $"<{address}|{label}>";
    }

    /// <inheritdoc/>
    public string Preformatted(string plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        var inside = EscapeReferences(plain).Replace('`', '\u02CB');
        return $"```\n{inside}\n```";
    }

    /// <summary>Text where Slack reads no markup: only a mention is broken up.</summary>
    public static string Plain(string text) => Reference().Replace(text, match => "\u2039" + match.Value[1..]);

    /// <summary>Escapes the three characters that references are made of.</summary>
    private static string EscapeReferences(string plain) => plain
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static void Append(StringBuilder text, string plain, int i)
    {
        switch (plain[i])
        {
            case '&':
                text.Append("&amp;");
                break;
            case '<':
                text.Append("&lt;");
                break;
            case '>':
                // At the start of a line it would begin a quotation.
                text.Append(StartsLine(plain, i) ? Joiner + "&gt;" : "&gt;");
                break;
            case '*':
                text.Append('\u2217');
                break;
            case '~':
                text.Append('\u223C');
                break;
            case '`':
                text.Append('\u02CB');
                break;
            case '_' when !IsInsideWord(plain, i):
                text.Append('\u02CD');
                break;
            default:
                text.Append(plain[i]);
                break;
        }
    }

    private static bool StartsLine(string plain, int i) => plain.AsSpan(0, i).TrimEnd(' ') is { IsEmpty: true } or [.., '\n'];

    // Slack formats at the edges of words only, so that names such as "cost_total" stay as they are.
    private static bool IsInsideWord(string plain, int i) =>
        i > 0 && i < plain.Length - 1 && char.IsLetterOrDigit(plain[i - 1]) && char.IsLetterOrDigit(plain[i + 1]);

    private static string Wrap(string escaped, char mark)
    {
        ArgumentNullException.ThrowIfNull(escaped);

        // A mark works within a line, and against a letter.
        return string.Join('\n', escaped.Split('\n').Select(line => line.Trim() is { Length: > 0 } words ? $"{mark}{words}{mark}" : line));
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9]):(?=[a-z0-9_+'-]+:)|@(?=(?:here|channel|everyone)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Breakable();

    [GeneratedRegex("<(?=[@#!])", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
