namespace StoryBot.Core.Language;

/// <summary>
/// Reads the figures of a text. Dates, times of day and numbers that belong to a name (R1, GPT-4o, S&amp;P 500) are not
/// figures. Pure; linear in the text's length.
/// </summary>
internal static class QuantityReader
{
    /// <summary>The figures in the text, in order.</summary>
    public static List<Quantity> Read(string text)
    {
        var tokens = Tokenizer.Read(text);
        return Read(text, tokens, DateReader.Read(text, tokens));
    }

    /// <summary>The figures in the text, in order, from its tokens and dates.</summary>
    public static List<Quantity> Read(string text, List<Token> tokens, List<WrittenDate> dates)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(dates);
        var quantities = new List<Quantity>();
        var cursor = new FigureCursor(text, tokens);
        var date = 0;
        while (cursor.Index < tokens.Count)
        {
            while (date < dates.Count && dates[date].End <= tokens[cursor.Index].Start)
            {
                date++;
            }

            if (date < dates.Count && dates[date].Start <= tokens[cursor.Index].Start)
            {
                cursor.Index++;
                continue;
            }

            var before = cursor.Index;
            if (ReadAt(ref cursor) is { } quantity)
            {
                quantities.Add(quantity);
            }

            cursor.Index = Math.Max(cursor.Index, before + 1);
        }

        return quantities;
    }

    private static Quantity? ReadAt(ref FigureCursor cursor)
    {
        if (cursor.Is(cursor.Index, TokenKind.Word) && !NumberWords.CanStart(cursor.At(cursor.Index))
            && !CurrencyReader.IsCode(cursor.At(cursor.Index)) && !cursor.Is(cursor.Index + 1, '$'))
        {
            return null;
        }

        if (OrdinalReader.Read(ref cursor) is { } ordinal)
        {
            return ordinal;
        }

        var start = cursor.Index;
        if (FigureReader.Read(ref cursor) is not { } figure)
        {
            return null;
        }

        var last = figure;
        if (ReadRangeEnd(ref cursor, figure) is { } upper)
        {
            last = upper;
            figure = figure.Joined(upper);
        }

        var (kind, unit) = UnitReader.Read(ref cursor, figure);
        return cursor.Quantity(start, figure, last == figure ? null : figure.High, kind, unit);
    }

    private static Figure? ReadRangeEnd(ref FigureCursor cursor, Figure lower)
    {
        var start = cursor.Index;
        if (lower.IsVague || !cursor.TryRangeMark(out var isWord))
        {
            return null;
        }

        var upper = FigureReader.Read(ref cursor, allowGlued: true);
        // "from $100 million to $6 million" is a change and not a range; "3 to 1" is a score.
        if (upper is not { IsVague: false } || upper.Scaled(lower) <= lower.Magnitude(upper) || (isWord && lower.Currency != upper.Currency && upper.Currency.Length > 0 && lower.Currency.Length > 0))
        {
            cursor.Index = start;
            return null;
        }

        return upper;
    }
}
