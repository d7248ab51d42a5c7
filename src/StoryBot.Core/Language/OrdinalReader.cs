using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>Reads positions: "No. 1", "#1", "number one", "first", "21st".</summary>
internal static class OrdinalReader
{
    private static readonly FrozenSet<string> Approximators = new[]
    {
        "about", "around", "roughly", "nearly", "almost", "approximately", "some", "over", "under", "circa", "perhaps", "only", "just",
        "exactly", "at", "least", "most", "close", "up", "than", "estimated",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ApproximatorsBySpan = Approximators.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word says how near a figure is.</summary>
    public static bool IsApproximator(ReadOnlySpan<char> word) => ApproximatorsBySpan.Contains(word);

    /// <summary>The position at the cursor, which then stands behind it; null, with the cursor unmoved, when there is none.</summary>
    public static Quantity? Read(ref FigureCursor cursor)
    {
        var start = cursor.Index;
        var figure = ReadNumbered(ref cursor) ?? ReadWord(ref cursor) ?? ReadSuffixed(ref cursor);
        if (figure is null)
        {
            cursor.Index = start;
            return null;
        }

        return cursor.Quantity(start, figure, null, QuantityKind.Ordinal, string.Empty);
    }

    private static Figure? ReadNumbered(ref FigureCursor cursor)
    {
        var index = cursor.Index;
        var at = cursor.Is(index, '#') && cursor.IsGlued(index + 1) ? index + 1
            : cursor.At(index) is "No" or "no" or "Nr" && cursor.Is(index + 1, '.') ? index + 2
            : cursor.At(index) is "No" or "Number" or "number" ? index + 1
            : -1;
        if (at < 0)
        {
            return null;
        }

        int value;
        if (!(cursor.Is(at, TokenKind.Number) && int.TryParse(cursor.At(at), System.Globalization.NumberStyles.None, null, out value))
            && !NumberWords.TryCardinal(cursor.At(at), out value))
        {
            return null;
        }

        cursor.Index = at + 1;
        return Position(value);
    }

    private static Figure? ReadWord(ref FigureCursor cursor)
    {
        var index = cursor.Index;
        if (!NumberWords.TryOrdinal(cursor.At(index), out var value) || (cursor.IsCapital(index) && cursor.IsCapital(index + 1))
            || (value == 2 && (NumberWords.TryCardinal(cursor.At(index - 1), out _) || cursor.Is(index - 1, "per") || cursor.Is(index - 1, TokenKind.Number))))
        {
            return null;
        }

        // "one third" is a share.
        if (NumberWords.TryCardinal(cursor.At(index - 1), out _) || cursor.Is(index + 1, "of") && cursor.Is(index - 1, "a"))
        {
            return null;
        }

        cursor.Index++;
        return Position(value);
    }

    private static Figure? ReadSuffixed(ref FigureCursor cursor)
    {
        var index = cursor.Index;
        if (!cursor.Is(index, TokenKind.Number) || !cursor.IsGlued(index + 1) || cursor.At(index + 1) is not ("st" or "nd" or "rd" or "th")
            || (cursor.IsGlued(index) && cursor.Is(index - 1, '/'))
            || !int.TryParse(cursor.At(index), System.Globalization.NumberStyles.AllowThousands, null, out var value))
        {
            return null;
        }

        cursor.Index += 2;
        return Position(value);
    }

    private static Figure Position(int value) => new() { Mantissa = value, Digits = Math.Max(1, value.ToString().Length) };
}
