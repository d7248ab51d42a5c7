using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Understanding;

/// <summary>
/// Cleans a message: letters and their accents in one character (Latin script), no control, zero-width or bidirectional characters, no broken surrogates, one space
/// where there were several, a line break where there were some. Reads no further than the limit, so that a message
/// of any length costs little.
/// </summary>
internal static partial class MessageNormaliser
{
    /// <summary>The longest message that is read, in UTF-16 units after cleaning: a page of text, far beyond a question.</summary>
    public const int LongestMessage = 2_000;

    /// <summary>The cleaned text, cut at the limit, and whether it had to be cut.</summary>
    public static (string Text, bool IsTooLong) Normalise(string? message)
    {
        var clean = new StringBuilder();
        var gap = '\0';
        var isTooLong = false;
        foreach (var rune in (message ?? string.Empty).EnumerateRunes())
        {
            if (IsDropped(rune))
            {
                continue;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                gap = gap == '\n' || rune.Value is '\n' or '\r' or 0x2028 or 0x2029 or 0x85 ? '\n' : ' ';
                continue;
            }

            if (clean.Length > 0 && gap != '\0')
            {
                clean.Append(gap);
            }

            if (gap == '\0' && clean.Length > 0 && rune.IsBmp && LatinLetters.Compose(clean[^1], (char)rune.Value) is { } composed)
            {
                clean[^1] = composed;
                continue;
            }

            gap = '\0';
            clean.Append(Plain(rune));
            if (clean.Length > LongestMessage)
            {
                isTooLong = true;
                break;
            }
        }

        return (Abbreviated().Replace(clean.ToString(), "summary"), isTooLong);
    }

    // "tl;dr" has a sentence's end inside.
    [GeneratedRegex(@"\btl\s?[;:,/]\s?dr\b", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviated();

    // Format characters (zero width, direction marks, tags), variation selectors, private use and the stand-in for a broken surrogate.
    private static bool IsDropped(Rune rune) =>
        rune.Value is 0xFFFD or (>= 0xFE00 and <= 0xFE0F) or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x034F
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && !Rune.IsWhiteSpace(rune));

    // Full-width and mathematical letters and digits (Unicode blocks FF00 and 1D400) say the same as plain ones.
    private static string Plain(Rune rune) => rune.Value switch
    {
        >= 0xFF01 and <= 0xFF5E and var wide => ((char)(wide - 0xFEE0)).ToString(),
        >= 0x1D400 and <= 0x1D6A3 and var letter => ((char)((letter - 0x1D400) % 52 is var at and < 26 ? 'A' + at : 'a' + ((letter - 0x1D400) % 52) - 26)).ToString(),
        >= 0x1D7CE and <= 0x1D7FF and var digit => ((char)('0' + ((digit - 0x1D7CE) % 10))).ToString(),
        _ => rune.ToString(),
    };
}
