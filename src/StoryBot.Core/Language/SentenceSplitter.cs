using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>
/// Splits text into sentences. A full stop in an abbreviation, a decimal or an initial does not end one, and nothing
/// ends one inside quotation marks that are closed again.
/// </summary>
internal static class SentenceSplitter
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "vs", "e.g", "i.e", "fig", "sen", "rep", "gov", "gen", "approx", "est", "cf",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "vol", "pp", "al", "ca",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationsBySpan = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    // These may end a sentence: they do when the next word can only start one.
    private static readonly FrozenSet<string> Ambiguous = new[]
    {
        "inc", "ltd", "co", "corp", "etc", "u.s", "u.k", "u.n", "e.u", "a.m", "p.m", "d.c",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AmbiguousBySpan = Ambiguous.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Starters = new[]
    {
        "The", "A", "An", "In", "It", "But", "And", "He", "She", "They", "This", "That", "These", "Those", "We", "I", "You", "However",
        "On", "At", "For", "If", "When", "While", "As", "By", "There", "Some", "Others", "Its", "His", "Her", "Their", "So", "Yet", "Still",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StartersBySpan = Starters.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The sentences in order, without the white space around them; none is empty.</summary>
    public static List<string> Split(string text)
    {
        var sentences = new List<string>();
        foreach (var range in Ranges(text))
        {
            sentences.Add(text[range]);
        }

        return sentences;
    }

    /// <summary>Where each sentence stands in the text.</summary>
    public static List<Range> Ranges(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ranges = new List<Range>();
        var start = 0;
        var index = 0;
        var quotes = new QuoteTracker(text);
        while (index < text.Length)
        {
            quotes.MoveTo(index);
            var end = quotes.IsInside ? -1 : BoundaryEnd(text, index);
            if (end < 0)
            {
                index++;
                continue;
            }

            Add(text, start, end, ranges);
            quotes.MoveTo(end - 1);
            start = index = end;
        }

        Add(text, start, text.Length, ranges);
        return ranges;
    }

    private static void Add(string text, int start, int end, List<Range> ranges)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            ranges.Add(start..end);
        }
    }

    // The position after the boundary that stands here, or -1.
    private static int BoundaryEnd(string text, int index)
    {
        var character = text[index];
        if (character == '\n')
        {
            return IsLineBoundary(text, index) ? index + 1 : -1;
        }

        if (QuoteMarks.IsClosing(character) && index > 0 && text[index - 1] is '.' or '!' or '?' && StartsSentence(text, index + 1))
        {
            return index + 1;
        }

        if (character is not ('.' or '!' or '?' or '\u3002'))
        {
            return -1;
        }

        var end = index + 1;
        while (end < text.Length && (text[end] is '.' or '!' or '?' or ')' or ']' || QuoteMarks.IsOnlyClosing(text[end])))
        {
            end++;
        }

        return StartsSentence(text, end) && (character != '.' || !IsAbbreviation(text, index, end)) ? end : -1;
    }

    private static bool StartsSentence(string text, int end)
    {
        if (end >= text.Length || !char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next < text.Length && !char.IsLower(text[next]);
    }

    private static bool IsLineBoundary(string text, int index)
    {
        var next = index + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
        {
            next++;
        }

        return next < text.Length && text[next] is '\n' or '-' or '*' or '\u2022';
    }

    private static bool IsAbbreviation(string text, int point, int end)
    {
        var start = point;
        while (start > 0 && (char.IsLetter(text[start - 1]) || (text[start - 1] == '.' && start > 1 && char.IsLetter(text[start - 2]))))
        {
            start--;
        }

        var word = text.AsSpan(start, point - start);
        if (word.Length == 0)
        {
            return false;
        }

        var next = NextWord(text, end);
        if (word.Equals("no", StringComparison.OrdinalIgnoreCase))
        {
            return next.Length > 0 && char.IsAsciiDigit(next[0]);
        }

        if (AmbiguousBySpan.Contains(word))
        {
            return !StartersBySpan.Contains(next);
        }

        return AbbreviationsBySpan.Contains(word) || (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I');
    }

    private static ReadOnlySpan<char> NextWord(string text, int index)
    {
        while (index < text.Length && !char.IsLetterOrDigit(text[index]))
        {
            index++;
        }

        var end = index;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(index, end - index);
    }

    private struct QuoteTracker(string text)
    {
        private readonly List<QuotedSpan> _spans = QuoteMarks.Read(text, includeSingle: false);
        private int _next;

        public bool IsInside { get; private set; }

        public void MoveTo(int index)
        {
            while (_next < _spans.Count && _spans[_next].End <= index + 1)
            {
                _next++;
            }

            IsInside = _next < _spans.Count && _spans[_next].Start <= index;
        }
    }
}
