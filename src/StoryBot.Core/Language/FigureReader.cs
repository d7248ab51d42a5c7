namespace StoryBot.Core.Language;

/// <summary>Reads a number with its sign, currency sign and scale: "-$5.6 million", "2,788K", "fifty", "hundreds of millions".</summary>
internal static class FigureReader
{
    /// <summary>The figure at the cursor, which then stands behind it; null, with the cursor anywhere behind, when there is none.</summary>
    public static Figure? Read(ref FigureCursor cursor, bool allowGlued = false)
    {
        var start = cursor.Index;
        var sign = ReadSign(ref cursor);
        var currency = CurrencyReader.ReadPrefix(ref cursor);
        if (cursor.Is(cursor.Index, TokenKind.Number))
        {
            return ReadNumber(ref cursor, sign, currency, currency.Length > 0 || allowGlued || cursor.Index > start);
        }

        if (cursor.Index > start)
        {
            cursor.Index = start + 1;
            return null;
        }

        return SpelledReader.Read(ref cursor);
    }

    private static int ReadSign(ref FigureCursor cursor)
    {
        var index = cursor.Index;
        if (!cursor.IsDash(index) && !cursor.Is(index, '+') && !cursor.Is(index, '~'))
        {
            return 1;
        }

        if (cursor.IsGlued(index) && !cursor.Is(index - 1, '(') && !cursor.Is(index - 1, '|'))
        {
            return 1;
        }

        if (!cursor.IsGlued(index + 1))
        {
            return 1;
        }

        cursor.Index++;
        return cursor.IsDash(index) ? -1 : 1;
    }

    private static Figure? ReadNumber(ref FigureCursor cursor, int sign, string currency, bool isMarked)
    {
        var index = cursor.Index;
        if (!isMarked && NameNumber.IsAt(cursor, index))
        {
            cursor.Index = NameNumber.End(cursor, index);
            return null;
        }

        cursor.Index++;
        if (IsFraction(cursor, index))
        {
            return ReadFraction(ref cursor, index);
        }

        if (!TryDecimal(cursor.At(index), out var value, out var digits))
        {
            return null;
        }

        var figure = new Figure { Mantissa = sign * value, Digits = digits, Currency = currency };
        return ReadScale(ref cursor, figure);
    }

    private static Figure? ReadScale(ref FigureCursor cursor, Figure figure)
    {
        var index = cursor.Index;
        if (cursor.Is(index, TokenKind.Word) && cursor.IsGlued(index))
        {
            return ReadSuffix(ref cursor, figure);
        }

        if (cursor.IsGlued(index) && cursor.IsDash(index) && cursor.IsGlued(index + 1) && cursor.Is(index + 1, TokenKind.Word))
        {
            return ReadHyphenated(ref cursor, figure);
        }

        if (NumberWords.TryScale(cursor.At(index), out var scale))
        {
            cursor.Index++;
            figure = figure with { Scale = scale };
            if (cursor.IsGlued(cursor.Index) && cursor.IsDash(cursor.Index) && cursor.IsGlued(cursor.Index + 1) && cursor.Is(cursor.Index + 1, TokenKind.Word))
            {
                return ReadHyphenated(ref cursor, figure);
            }
        }

        return figure;
    }

    private static Figure? ReadSuffix(ref FigureCursor cursor, Figure figure)
    {
        var suffix = cursor.At(cursor.Index);
        var possessive = suffix.IndexOfAny('\'', '\u2019');
        suffix = possessive > 0 ? suffix[..possessive] : suffix;
        if (NumberWords.TrySuffix(suffix, out var scale))
        {
            cursor.Index++;
            figure = figure with { Scale = scale };
            return cursor.IsGlued(cursor.Index) && cursor.IsDash(cursor.Index) && cursor.IsGlued(cursor.Index + 1) && cursor.Is(cursor.Index + 1, TokenKind.Word)
                ? ReadHyphenated(ref cursor, figure)
                : figure;
        }

        var unit = UnitReader.OfSuffix(suffix);
        cursor.Index++;
        return unit.Length == 0 ? null : figure with { Suffix = unit };
    }

    // "four-year", "5-million", "50-fold", "671B-parameter", "3-percentage-point"
    private static Figure? ReadHyphenated(ref FigureCursor cursor, Figure figure)
    {
        var word = cursor.At(cursor.Index + 1);
        if (NumberWords.TryScale(word, out var scale) && figure.Scale == 1m)
        {
            cursor.Index += 2;
            figure = figure with { Scale = scale };
            return cursor.IsGlued(cursor.Index) && cursor.IsDash(cursor.Index) && cursor.IsGlued(cursor.Index + 1) ? ReadHyphenated(ref cursor, figure) : figure;
        }

        if (!char.IsLower(word[0]) && !UnitReader.IsUnit(word))
        {
            return figure;
        }

        cursor.Index += 2;
        if (word is "percentage" && cursor.IsDash(cursor.Index) && (cursor.Is(cursor.Index + 1, "point") || cursor.Is(cursor.Index + 1, "points")))
        {
            cursor.Index += 2;
            return figure with { Suffix = UnitReader.PercentagePoint };
        }

        return figure with { Suffix = UnitReader.OfWord(word) };
    }

    private static bool IsFraction(FigureCursor cursor, int index) =>
        cursor.Is(index + 1, '/') && cursor.IsGlued(index + 1) && cursor.IsGlued(index + 2) && cursor.Is(index + 2, TokenKind.Number)
        && !cursor.At(index).Contains('.') && !cursor.At(index + 2).Contains('.')
        && TryDecimal(cursor.At(index), out var over, out _) && TryDecimal(cursor.At(index + 2), out var under, out _) && over < under;

    private static Figure ReadFraction(ref FigureCursor cursor, int index)
    {
        _ = TryDecimal(cursor.At(index), out var over, out var digits);
        _ = TryDecimal(cursor.At(index + 2), out var under, out _);
        cursor.Index = index + 3;
        if (cursor.IsGlued(cursor.Index) && cursor.At(cursor.Index) is "th" or "ths" or "rd" or "rds" or "nd" or "st")
        {
            cursor.Index++;
        }

        return new Figure { Mantissa = over / under, Digits = digits, Suffix = UnitReader.Multiple };
    }

    private static bool TryDecimal(ReadOnlySpan<char> written, out decimal value, out int digits)
    {
        digits = 0;
        var trailing = 0;
        var point = written.Contains('.');
        foreach (var character in written)
        {
            if (char.IsAsciiDigit(character) && (digits > 0 || character != '0'))
            {
                digits++;
                trailing = character == '0' ? trailing + 1 : 0;
            }
        }

        digits = Math.Max(1, point ? digits : digits - trailing);
        return decimal.TryParse(written, System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowThousands, null, out value);
    }
}
