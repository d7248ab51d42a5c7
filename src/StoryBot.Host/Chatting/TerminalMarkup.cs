using System.Globalization;
using System.Text;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Host.Chatting;

/// <summary>
/// Text as a terminal shows it. What would steer the terminal, or hide or turn round text, is taken out: everything else shows as it is.
/// </summary>
internal sealed class TerminalMarkup : IReplyMarkup
{
    /// <inheritdoc/>
    public string Escape(string plain)
    {
        if (!plain.Any(IsUnsafe))
        {
            return plain;
        }

        var text = new StringBuilder(plain.Length);
        foreach (var character in plain.Where(character => !IsUnsafe(character)))
        {
            text.Append(character);
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public string Bold(string escaped) => escaped;

    /// <inheritdoc/>
    public string Italic(string escaped) => escaped;

    /// <inheritdoc/>
    public string Link(string escaped, Uri target) => $"{escaped} <{target.AbsoluteUri}>";

    /// <inheritdoc/>
    public string Preformatted(string plain) => Escape(plain);

    // The joiner of emoji is a format character that does no harm.
    private static bool IsUnsafe(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\t'))
        || (char.GetUnicodeCategory(character) == UnicodeCategory.Format && character != '\u200D');
}
