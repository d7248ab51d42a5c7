using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>A proper name in a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="Length">How long it is, without a possessive ending.</param>
/// <param name="IsAtSentenceStart">True when it is one ordinary-looking word whose capital may only come from its place.</param>
internal readonly record struct NameSpan(int Start, int Length, bool IsAtSentenceStart)
{
    /// <summary>The name's characters.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}

/// <summary>
/// Finds proper names by their spelling: capitals, inner capitals, letters with digits ("Third Seven Capital", "R1",
/// "GPT-4o", "S&amp;P 500"). Months and weekdays are not names. Pure; linear.
/// </summary>
internal static class NameReader
{
    private static readonly FrozenSet<string> Connectors = new[] { "of", "&", "de", "van", "von", "der", "la", "du", "bin", "al" }
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ConnectorsBySpan = Connectors.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> NotNames = new[] { "I", "I'm", "I've", "AM", "PM", "ET", "UTC", "GMT", "EST", "EDT" }
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNamesBySpan = NotNames.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names in the text, in order, without overlap.</summary>
    public static List<NameSpan> Read(string text) => Read(text, Tokenizer.Read(text));

    /// <summary>The names in the text, in order, from its tokens.</summary>
    public static List<NameSpan> Read(string text, List<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var names = new List<NameSpan>();
        var cursor = new FigureCursor(text, tokens);
        var index = 0;
        while (index < tokens.Count)
        {
            var end = ChunkEnd(cursor, index);
            if (!IsNamePart(cursor, index, end))
            {
                index = end;
                continue;
            }

            var first = index;
            index = NameEnd(cursor, end);
            names.Add(Span(cursor, first, index));
        }

        return names;
    }

    private static NameSpan Span(FigureCursor cursor, int first, int end)
    {
        var start = cursor[first].Start;
        var last = cursor[end - 1];
        var length = last.End - start;
        length -= PossessiveLength(last.In(cursor.Text));
        var isOrdinary = end == first + 1 && cursor.IsSentenceStart(first) && IsOrdinary(cursor.At(first)[..(cursor.At(first).Length - PossessiveLength(cursor.At(first)))]);
        return new NameSpan(start, length, isOrdinary);
    }

    private static int NameEnd(FigureCursor cursor, int end)
    {
        while (end < cursor.Count && PossessiveLength(cursor.At(end - 1)) == 0)
        {
            var next = end;
            while (next < cursor.Count && next < end + 2 && ConnectorsBySpan.Contains(cursor.At(next)))
            {
                next++;
            }

            if (next < cursor.Count && (next == end || cursor.Is(next, TokenKind.Word)) && IsNamePart(cursor, next, ChunkEnd(cursor, next)) && !StartsAnew(cursor, next))
            {
                end = ChunkEnd(cursor, next);
            }
            else if (cursor.Is(end, TokenKind.Number) && !cursor.IsGlued(end) && NameNumber.IsAt(cursor, end) && !cursor.Is(end + 1, ':'))
            {
                return ChunkEnd(cursor, end);
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // Words joined by hyphens are one part: "Claude-3.5-Sonnet", "SWE-bench".
    private static int ChunkEnd(FigureCursor cursor, int index)
    {
        var end = index + 1;
        while (cursor.IsGlued(end) && cursor.IsGlued(end + 1) && cursor.IsDash(end) && Tokenizer.IsHyphen(cursor.At(end)[0]) && !cursor.Is(end + 1, TokenKind.Symbol))
        {
            end += 2;
        }

        while (cursor.Is(end - 1, TokenKind.Number) && cursor.IsGlued(end) && cursor.Is(end, TokenKind.Word))
        {
            end++;
        }

        return end;
    }

    private static bool IsNamePart(FigureCursor cursor, int index, int end)
    {
        if (!cursor.Is(index, TokenKind.Word))
        {
            return false;
        }

        var word = cursor.At(index);
        if (end > index + 1)
        {
            return HasNameSpelling(cursor, index, end);
        }

        return IsCapitalised(word) && !Words.IsFunctionWord(word) && !NotNamesBySpan.Contains(word)
            && DateReader.MonthOf(word) == 0 && DateReader.WeekdayOf(word) is null
            && !NumberWords.TryScale(word, out _) && !IsNumberWord(cursor, index);
    }

    private static bool IsNumberWord(FigureCursor cursor, int index) =>
        (NumberWords.TryCardinal(cursor.At(index), out _) || NumberWords.TryTens(cursor.At(index), out _) || NumberWords.TryOrdinal(cursor.At(index), out _))
        && !(cursor.IsCapital(index + 1) || cursor.IsCapital(index - 1));

    // At a sentence's start "Open-source" is an ordinary word; elsewhere a capital or a digit makes a name.
    private static bool HasNameSpelling(FigureCursor cursor, int index, int end)
    {
        for (var part = index; part < end; part++)
        {
            if (cursor.Is(part, TokenKind.Word) && (part == index && cursor.IsSentenceStart(index) ? !IsOrdinary(cursor.At(part)) : IsCapitalised(cursor.At(part))))
            {
                return true;
            }
        }

        return false;
    }

    // A full stop, a colon or a quotation mark lies between two names; it is not part of either.
    private static bool StartsAnew(FigureCursor cursor, int index) => cursor.Is(index - 1, TokenKind.Symbol) && !cursor.Is(index - 1, '&');

    private static bool IsCapitalised(ReadOnlySpan<char> word)
    {
        var hasUpper = false;
        var hasDigit = false;
        foreach (var character in word)
        {
            hasUpper |= char.IsUpper(character);
            hasDigit |= char.IsAsciiDigit(character);
        }

        return hasUpper || hasDigit;
    }

    private static bool IsOrdinary(ReadOnlySpan<char> word)
    {
        foreach (var character in word[1..])
        {
            if (char.IsUpper(character) || char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return word.Length > 1;
    }

    private static int PossessiveLength(ReadOnlySpan<char> word) =>
        word.Length > 2 && Tokenizer.IsApostrophe(word[^2]) && word[^1] is 's' or 'S' ? 2 : 0;
}
