namespace StoryBot.Core.Language;

/// <summary>Reads numbers written in words: "fifty", "twenty-one", "two hundred and six million", "a billion", "hundreds of millions", "twice".</summary>
internal static class SpelledReader
{
    /// <summary>The figure at the cursor, which then stands behind it; null when there is none.</summary>
    public static Figure? Read(ref FigureCursor cursor)
    {
        var index = cursor.Index;
        if (!cursor.Is(index, TokenKind.Word) || IsInName(cursor, index))
        {
            return null;
        }

        return ReadVague(ref cursor) ?? ReadMultiple(ref cursor) ?? ReadCardinal(ref cursor);
    }

    // "Third Seven Capital", "Big Four": a capitalised number word next to another capitalised word.
    private static bool IsInName(FigureCursor cursor, int index) =>
        cursor.IsCapital(index)
        && ((cursor.IsCapital(index + 1) && !cursor.IsDash(index + 1)) || (cursor.IsCapital(index - 1) && !cursor.IsSentenceStart(index)));

    private static Figure? ReadVague(ref FigureCursor cursor)
    {
        if (!NumberWords.TryVagueScale(cursor.At(cursor.Index), out var scale))
        {
            return null;
        }

        cursor.Index++;
        while (cursor.Is(cursor.Index, "of") && (NumberWords.TryVagueScale(cursor.At(cursor.Index + 1), out var next) || NumberWords.TryScale(cursor.At(cursor.Index + 1), out next)))
        {
            scale *= next;
            cursor.Index += 2;
        }

        if (cursor.Is(cursor.Index, "of") && CurrencyReader.OfWord(cursor.At(cursor.Index + 1)).Length > 0)
        {
            cursor.Index++;
        }

        return new Figure { Mantissa = scale };
    }

    private static Figure? ReadMultiple(ref FigureCursor cursor)
    {
        var value = cursor.At(cursor.Index) switch
        {
            "twice" => 2m,
            "thrice" => 3m,
            "half" => 0.5m,
            _ => 0m,
        };
        if (value == 0m && cursor.At(cursor.Index) is { Length: > 4 } word && word.EndsWith("fold", StringComparison.OrdinalIgnoreCase)
            && (NumberWords.TryCardinal(word[..^4], out var small) || NumberWords.TryTens(word[..^4], out small)))
        {
            value = small;
        }

        if (value == 0m)
        {
            return null;
        }

        cursor.Index++;
        return new Figure { Mantissa = value, Digits = 1, Suffix = UnitReader.Multiple };
    }

    private static Figure? ReadCardinal(ref FigureCursor cursor)
    {
        var start = cursor.Index;
        decimal total = 0;
        decimal group = 0;
        var words = 0;
        while (true)
        {
            if (TryReadBelowHundred(ref cursor, out var small))
            {
                group += small;
            }
            else if (NumberWords.TryScale(cursor.At(cursor.Index), out var scale) && (words > 0 || IsArticle(cursor, start - 1)))
            {
                group = group == 0 ? 1 : group;
                (total, group) = scale == 100m ? (total, group * 100m) : (total + (group * scale), 0m);
                cursor.Index++;
            }
            else if (words > 0 && cursor.Is(cursor.Index, "and") && NumberWords.TryScale(cursor.At(cursor.Index - 1), out _) && IsNumberWord(cursor, cursor.Index + 1))
            {
                cursor.Index++;
            }
            else
            {
                break;
            }

            words++;
        }

        if (words == 0 || IsPronoun(cursor, start, words))
        {
            cursor.Index = start;
            return null;
        }

        return Finish(ref cursor, total + group);
    }

    private static Figure Finish(ref FigureCursor cursor, decimal value)
    {
        var digits = value == 0 ? 1 : SignificantDigits(value);
        var figure = new Figure { Mantissa = value, Digits = digits };
        if (cursor.IsDash(cursor.Index) && cursor.IsGlued(cursor.Index) && cursor.IsGlued(cursor.Index + 1) && cursor.Is(cursor.Index + 1, TokenKind.Word)
            && UnitReader.OfWord(cursor.At(cursor.Index + 1)) is { Length: > 0 } unit)
        {
            cursor.Index += 2;
            return figure with { Suffix = unit };
        }

        return figure;
    }

    private static bool TryReadBelowHundred(ref FigureCursor cursor, out int value)
    {
        if (NumberWords.TryTens(cursor.At(cursor.Index), out value))
        {
            cursor.Index++;
            var joined = cursor.IsDash(cursor.Index) && cursor.IsGlued(cursor.Index) ? cursor.Index + 1 : cursor.Index;
            if (NumberWords.TryCardinal(cursor.At(joined), out var unit) && unit is > 0 and < 10)
            {
                value += unit;
                cursor.Index = joined + 1;
            }

            return true;
        }

        if (NumberWords.TryCardinal(cursor.At(cursor.Index), out value))
        {
            cursor.Index++;
            return true;
        }

        return false;
    }

    // "one of the models", "no one", "one another" count nothing.
    private static bool IsPronoun(FigureCursor cursor, int start, int words) =>
        words == 1 && cursor.Is(start, "one")
        && !UnitReader.HasUnit(cursor, cursor.Index) && !cursor.IsDash(cursor.Index);

    private static bool IsArticle(FigureCursor cursor, int index) => cursor.Is(index, "a") || cursor.Is(index, "an") || cursor.Is(index, "per");

    private static bool IsNumberWord(FigureCursor cursor, int index) =>
        NumberWords.TryTens(cursor.At(index), out _) || NumberWords.TryCardinal(cursor.At(index), out _);

    private static int SignificantDigits(decimal value)
    {
        while (value != 0 && value % 10 == 0)
        {
            value /= 10;
        }

        var digits = 1;
        while (value >= 10)
        {
            value = Math.Floor(value / 10);
            digits++;
        }

        return digits;
    }
}
