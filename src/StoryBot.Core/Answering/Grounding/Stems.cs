using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace StoryBot.Core.Answering.Grounding;

/// <summary>
/// Words in the form in which they are compared: lower case, split at anything but letters and digits (a point or comma
/// between digits stays), English endings removed by the Snowball stemmer. Safe to share between threads.
/// </summary>
public static class Stems
{
    // A pack has a few thousand different words; the bound only keeps a flood of junk from growing the table for ever.
    private const int CacheLimit = 200_000;

    private static readonly ConcurrentDictionary<string, string> Cache = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static EnglishStemmer? _stemmer;

    /// <summary>The stems of the text in order, repeats included.</summary>
    public static List<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var stems = new List<string>(text.Length / 6);
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsInside(text, i))
            {
                i++;
            }

            stems.Add(OfWord(text[start..i]));
        }

        return stems;
    }

    /// <summary>The stem of one word.</summary>
    public static string OfWord(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var lower = word.ToLowerInvariant().Replace("’", string.Empty, StringComparison.Ordinal).Replace("'", string.Empty, StringComparison.Ordinal);
        if (Cache.TryGetValue(lower, out var known))
        {
            return known;
        }

        var stem = Compute(lower);
        if (Cache.Count < CacheLimit)
        {
            Cache[lower] = stem;
        }

        return stem;
    }

    private static bool IsInside(string text, int i)
    {
        if (char.IsLetterOrDigit(text[i]))
        {
            return true;
        }

        var isBetween = i > 0 && i + 1 < text.Length;
        return isBetween && text[i] switch
        {
            '.' or ',' => char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]),
            '&' => char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]),
            _ => false,
        };
    }

    private static string Compute(string lower)
    {
        if (lower.Length <= 2 || lower.Any(char.IsAsciiDigit))
        {
            // "H100s" are several H100.
            var code = lower.Length > 2 && lower[^1] == 's' && char.IsAsciiDigit(lower[^2]) ? lower[..^1] : lower;
            return code.Replace(",", string.Empty, StringComparison.Ordinal);
        }

        _stemmer ??= new EnglishStemmer();
        _stemmer.SetCurrent(lower);
        _stemmer.Stem();
        return _stemmer.Current;
    }
}
