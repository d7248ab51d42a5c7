using System.Text;

namespace StoryBot.Core.Knowledge.Linting;

/// <summary>
/// Compares words that should be verbatim. White space and the shape of quotation marks, apostrophes and dashes may
/// differ, because editors and web pages change them; every other character must be the same. An ellipsis stands for
/// words that were left out.
/// </summary>
internal static class QuotedText
{
    /// <summary>Whether the text holds the words, part by part in order where they have an ellipsis.</summary>
    public static bool Contains(string text, string words)
    {
        var whole = Normalise(text);
        var wanted = Normalise(words);
        return wanted.Length > 0 && (whole.Contains(wanted, StringComparison.Ordinal) || ContainsParts(whole, wanted));
    }

    private static bool ContainsParts(string whole, string wanted)
    {
        var parts = wanted.Split(["[...]", "(...)", "..."], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var from = 0;
        foreach (var part in parts)
        {
            var at = whole.IndexOf(part, from, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            from = at + part.Length;
        }

        return parts.Length > 0;
    }

    private static string Normalise(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsWhiteSpace(character))
            {
                if (normal.Length > 0 && normal[^1] != ' ')
                {
                    normal.Append(' ');
                }
            }
            else
            {
                normal = character switch
                {
                    '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' => normal.Append('\''),
                    '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => normal.Append('"'),
                    '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' => normal.Append('-'),
                    '\u2026' => normal.Append("..."),
                    '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' => normal,
                    _ => normal.Append(character),
                };
            }
        }

        return normal.ToString().Trim();
    }
}
