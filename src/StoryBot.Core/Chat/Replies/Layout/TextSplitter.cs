using System.Globalization;
using StoryBot.Core.Language;

namespace StoryBot.Core.Chat.Replies.Layout;

/// <summary>
/// Divides plain text so that each part fits after it is written in a platform's markup: between words, else between
/// characters as readers see them, and only where one such character is too long inside it, never inside a surrogate pair.
/// </summary>
internal static class TextSplitter
{
    // A line that ends in a word is worth this share of its length.
    private const double LeastShare = 0.5;

    /// <summary>The sentences and lines of the bot's own words; a line break is kept as the start of a new entry.</summary>
    public static IEnumerable<(string Sentence, string Glue)> Sentences(string text)
    {
        var glue = LayoutPiece.Paragraph;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                glue = LayoutPiece.Paragraph;
                continue;
            }

            foreach (var sentence in SentenceSplitter.Split(line))
            {
                yield return (sentence, glue);
                glue = LayoutPiece.Space;
            }

            glue = LayoutPiece.Line;
        }
    }

    /// <summary>
    /// The parts in order, none blank, each but the first with what stands before it: a space, or null where a word had to
    /// be divided, so that the two must not be set side by side again, escaped apart as they are.
    /// </summary>
    /// <param name="text">Well-formed plain text.</param>
    /// <param name="write">The text in the platform's markup.</param>
    /// <param name="limit">The most UTF-16 units of a part as written.</param>
    public static IEnumerable<(string Text, string? Glue)> Split(string text, Func<string, string> write, int limit)
    {
        var rest = TrimStart(text.TrimEnd());
        string? glue = LayoutPiece.Space;
        while (rest.Length > 0 && write(rest).Length > limit)
        {
            var end = End(rest, write, limit);
            yield return (rest[..end].TrimEnd(), glue);
            glue = IsSpace(rest, end) || char.IsWhiteSpace(rest[end - 1]) ? LayoutPiece.Space : null;
            rest = TrimStart(rest[end..]);
        }

        if (rest.Length > 0)
        {
            yield return (rest, glue);
        }
    }

    /// <summary>The text, or its start and an ellipsis where it does not fit.</summary>
    public static string Cut(string text, Func<string, string> write, int limit) => write(text).Length <= limit
        ? text
        : Split(text, part => write(part + "…"), limit).First().Text + "…";

    /// <summary>The text with every half of a surrogate pair that stands alone replaced: no platform takes one.</summary>
    public static string WellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]))
            {
                if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
                {
                    index++;
                    continue;
                }

                return string.Concat(text.EnumerateRunes());
            }
        }

        return text;
    }

    // Writing never shortens, so no more than the limit's count of units can fit.
    private static int End(string text, Func<string, string> write, int limit)
    {
        var most = Math.Min(text.Length, limit);
        var ends = Boundaries(text, most);
        var last = LastFit(text, ends, write, limit);
        if (last < 0)
        {
            ends = RuneBoundaries(text, most);
            return ends[Math.Max(0, LastFit(text, ends, write, limit))];
        }

        var end = ends[last];
        for (; last >= 0 && ends[last] >= end * LeastShare; last--)
        {
            if (IsSpace(text, ends[last]) && write(text[..ends[last]].TrimEnd()).Length <= limit)
            {
                return ends[last];
            }
        }

        return end;
    }

    // The index of the last boundary up to which the text fits, or -1. Fitting is nearly monotonic; what the search finds is tried.
    private static int LastFit(string text, List<int> ends, Func<string, string> write, int limit)
    {
        var (low, high) = (-1, ends.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = write(text[..ends[middle]]).Length <= limit ? (middle, high) : (low, middle - 1);
        }

        while (low >= 0 && write(text[..ends[low]].TrimEnd()).Length > limit)
        {
            low--;
        }

        return low;
    }

    // A space under a combining mark is a letter to readers.
    private static bool IsSpace(string text, int at) =>
        at < text.Length && char.IsWhiteSpace(text[at]) && string.IsNullOrWhiteSpace(StringInfo.GetNextTextElement(text, at));

    private static string TrimStart(string text)
    {
        var start = 0;
        while (IsSpace(text, start))
        {
            start++;
        }

        return text[start..];
    }

    private static List<int> Boundaries(string text, int most)
    {
        var ends = new List<int>();
        for (var at = 0; at < most;)
        {
            at += StringInfo.GetNextTextElementLength(text, at);
            if (at <= most)
            {
                ends.Add(at);
            }
        }

        return ends;
    }

    private static List<int> RuneBoundaries(string text, int most)
    {
        var ends = new List<int>();
        for (var at = 0; at < most;)
        {
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
            ends.Add(at);
        }

        return ends;
    }
}
