namespace StoryBot.Core.Language;

/// <summary>Tells numbers that belong to a name or a time of day from figures: "GPT-4o", "S&amp;P 500", "Trump 2.0", "21:29".</summary>
internal static class NameNumber
{
    /// <summary>Whether the number at the index is no figure.</summary>
    public static bool IsAt(FigureCursor cursor, int index) =>
        IsHyphenatedToName(cursor, index) || IsTime(cursor, index) || IsVersion(cursor, index) || HasNameSuffix(cursor, index)
        || (cursor.IsGlued(index) && cursor.Is(index - 1, '@')) || FollowsName(cursor, index);

    /// <summary>The first token behind the name or time that the number belongs to.</summary>
    public static int End(FigureCursor cursor, int index)
    {
        var end = index + 1;
        while (cursor.IsGlued(end) && (cursor.Is(end, TokenKind.Word) || cursor.Is(end, TokenKind.Number)
            || ((cursor.IsDash(end) || cursor.Is(end, '.') || cursor.Is(end, ':')) && cursor.IsGlued(end + 1) && !cursor.Is(end + 1, TokenKind.Symbol))))
        {
            end++;
        }

        return end;
    }

    private static bool IsHyphenatedToName(FigureCursor cursor, int index) =>
        cursor.IsGlued(index) && cursor.IsDash(index - 1) && cursor.IsGlued(index - 1)
        && cursor.Is(index - 2, TokenKind.Word) && !UnitReader.IsUnit(cursor.At(index - 2)) && !NumberWords.TrySuffix(cursor.At(index - 2), out _);

    private static bool IsTime(FigureCursor cursor, int index) =>
        (cursor.Is(index + 1, ':') && cursor.IsGlued(index + 1) && cursor.IsGlued(index + 2) && cursor.Is(index + 2, TokenKind.Number))
        || (cursor.IsGlued(index) && cursor.Is(index - 1, ':') && cursor.IsGlued(index - 1) && cursor.Is(index - 2, TokenKind.Number))
        || (cursor.At(index + 1) is "am" or "pm" or "a.m." or "p.m." or "a.m" or "p.m");

    // 1.2.3
    private static bool IsVersion(FigureCursor cursor, int index) =>
        (cursor.IsGlued(index) && cursor.Is(index - 1, '.') && cursor.IsGlued(index - 1) && cursor.Is(index - 2, TokenKind.Number))
        || (cursor.At(index).Contains('.') && cursor.Is(index + 1, '.') && cursor.IsGlued(index + 1) && cursor.IsGlued(index + 2) && cursor.Is(index + 2, TokenKind.Number));

    private static bool HasNameSuffix(FigureCursor cursor, int index)
    {
        if (!cursor.IsGlued(index + 1) || !cursor.Is(index + 1, TokenKind.Word))
        {
            return false;
        }

        var suffix = cursor.At(index + 1);
        var possessive = suffix.IndexOfAny('\'', '\u2019');
        suffix = possessive > 0 ? suffix[..possessive] : suffix;
        return !NumberWords.TrySuffix(suffix, out _) && UnitReader.OfSuffix(suffix).Length == 0;
    }

    // A short plain number behind a capitalised word, without a unit of its own.
    private static bool FollowsName(FigureCursor cursor, int index)
    {
        if (!cursor.IsCapital(index - 1) || cursor.IsGlued(index) || Words.IsFunctionWord(cursor.At(index - 1)) || CurrencyReader.IsCode(cursor.At(index - 1))
            || cursor.At(index - 1) is "No" or "Nos" || OrdinalReader.IsApproximator(cursor.At(index - 1)))
        {
            return false;
        }

        var number = cursor.At(index);
        if (number.Contains(',') || number.IndexOf('.') > 1 || UnitReader.HasUnit(cursor, index + 1))
        {
            return false;
        }

        return !cursor.IsSentenceStart(index - 1) || HasInnerCapital(cursor.At(index - 1)) || !UnitReader.IsPlural(cursor.At(index + 1));
    }

    private static bool HasInnerCapital(ReadOnlySpan<char> word) => word.Length > 1 && word[1..].IndexOfAnyInRange('A', 'Z') >= 0;
}
