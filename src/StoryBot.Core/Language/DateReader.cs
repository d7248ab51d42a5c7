using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>Reads written dates: "27 Jan 2025", "January 27", "2025-01-27", "January 2025", "2025", "the 1950s".</summary>
internal static class DateReader
{
    // Ungrouped numbers in this range are read as years unless something that is counted follows.
    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    private const int ShortestWeekday = 6;

    private static readonly string[] Weekdays = Enum.GetNames<DayOfWeek>();

    private static readonly FrozenDictionary<string, int> Months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["January"] = 1,
        ["Jan"] = 1,
        ["February"] = 2,
        ["Feb"] = 2,
        ["March"] = 3,
        ["Mar"] = 3,
        ["April"] = 4,
        ["Apr"] = 4,
        ["May"] = 5,
        ["June"] = 6,
        ["Jun"] = 6,
        ["July"] = 7,
        ["Jul"] = 7,
        ["August"] = 8,
        ["Aug"] = 8,
        ["September"] = 9,
        ["Sept"] = 9,
        ["Sep"] = 9,
        ["October"] = 10,
        ["Oct"] = 10,
        ["November"] = 11,
        ["Nov"] = 11,
        ["December"] = 12,
        ["Dec"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthsBySpan = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Counted = new[]
    {
        "gpus", "chips", "tokens", "hours", "gpu", "points", "dollars", "users", "people", "parameters", "percent", "times", "days",
        "usd", "million", "billion", "trillion", "thousand", "euros", "units", "shares", "employees", "jobs",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CountedBySpan = Counted.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> BeforeMonth = new[]
    {
        "in", "of", "since", "by", "last", "next", "this", "early", "late", "mid", "until", "from", "during", "to",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeMonthBySpan = BeforeMonth.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The dates in the text, in order.</summary>
    public static List<WrittenDate> Read(string text) => Read(text, Tokenizer.Read(text));

    /// <summary>The dates in the text, in order, from its tokens.</summary>
    public static List<WrittenDate> Read(string text, List<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var dates = new List<WrittenDate>();
        var index = 0;
        while (index < tokens.Count)
        {
            index = ReadAt(text, tokens, index, dates);
        }

        return dates;
    }

    /// <summary>The month that the word names, 1 to 12, or 0.</summary>
    public static int MonthOf(ReadOnlySpan<char> word) =>
        MonthsBySpan.TryGetValue(word, out var month) ? month : 0;

    /// <summary>The weekday that the word names, or null.</summary>
    public static DayOfWeek? WeekdayOf(ReadOnlySpan<char> word)
    {
        for (var day = 0; word.Length >= ShortestWeekday && day < Weekdays.Length; day++)
        {
            if (word.Equals(Weekdays[day], StringComparison.OrdinalIgnoreCase))
            {
                return (DayOfWeek)day;
            }
        }

        return null;
    }

    private static int ReadAt(string text, List<Token> tokens, int index, List<WrittenDate> dates)
    {
        var token = tokens[index];
        if (token.Kind == TokenKind.Number)
        {
            return ReadIso(text, tokens, index, dates)
                ?? ReadSlashed(text, tokens, index, dates)
                ?? ReadDayMonth(text, tokens, index, dates)
                ?? ReadYear(text, tokens, index, dates)
                ?? index + 1;
        }

        return token.Kind == TokenKind.Word ? ReadMonth(text, tokens, index, dates) ?? index + 1 : index + 1;
    }

    // 2025-01-27, 2025-01 and 2025-01-27T21:29-05:00
    private static int? ReadIso(string text, List<Token> tokens, int index, List<WrittenDate> dates)
    {
        if (tokens[index].Length != 4 || Year(text, tokens, index) is not { } year
            || !IsHyphenated(text, tokens, index) || tokens[index + 2].Length != 2
            || Integer(text, tokens, index + 2) is not (>= 1 and <= 12 and var month))
        {
            return null;
        }

        if (IsHyphenated(text, tokens, index + 2) && tokens[index + 4].Length == 2
            && Integer(text, tokens, index + 4) is { } day && IsDay(year, month, day))
        {
            Add(dates, tokens, index, index + 4, year, month, day);
            return SkipTime(text, tokens, index + 5);
        }

        if (index + 3 < tokens.Count && tokens[index + 3].IsGlued && Tokenizer.IsHyphen(text[tokens[index + 3].Start]))
        {
            return null;
        }

        Add(dates, tokens, index, index + 2, year, month, null);
        return index + 3;
    }

    private static int SkipTime(string text, List<Token> tokens, int index)
    {
        if (index >= tokens.Count || !tokens[index].IsGlued || text[tokens[index].Start] is not ('T' or 't'))
        {
            return index;
        }

        index++;
        while (index < tokens.Count && tokens[index].IsGlued
            && (tokens[index].Kind == TokenKind.Number || text[tokens[index].Start] is ':' or '+' or '-' or 'Z'))
        {
            index++;
        }

        return index;
    }

    // 1/27/2025 and 27/01/2025; when both readings are possible, neither is taken.
    private static int? ReadSlashed(string text, List<Token> tokens, int index, List<WrittenDate> dates)
    {
        if (index + 4 >= tokens.Count || !IsGluedSymbol(text, tokens, index + 1, '/') || !IsGluedSymbol(text, tokens, index + 3, '/')
            || Integer(text, tokens, index) is not { } first || Integer(text, tokens, index + 2) is not { } second
            || Year(text, tokens, index + 4) is not { } year || (first <= 12 && second <= 12 && first != second))
        {
            return null;
        }

        var (month, day) = first > 12 ? (second, first) : (first, second);
        if (month is < 1 or > 12 || !IsDay(year, month, day))
        {
            return null;
        }

        Add(dates, tokens, index, index + 4, year, month, day);
        return index + 5;
    }

    // 27 Jan 2025, 27th of January, 26-27 January
    private static int? ReadDayMonth(string text, List<Token> tokens, int index, List<WrittenDate> dates)
    {
        if (Integer(text, tokens, index) is not (>= 1 and <= 31 and var day) || IsPartOfName(text, tokens, index))
        {
            return null;
        }

        var at = SkipSuffix(text, tokens, index + 1);
        var last = 0;
        var lastIndex = index;
        if (at + 1 < tokens.Count && Tokenizer.IsDash(text[tokens[at].Start]) && Integer(text, tokens, at + 1) is (>= 1 and <= 31 and var end))
        {
            (last, lastIndex) = (end, at + 1);
            at = SkipSuffix(text, tokens, at + 2);
        }

        at = at < tokens.Count && tokens[at].Is(text, "of") ? at + 1 : at;
        if (at >= tokens.Count || MonthOf(tokens[at].In(text)) is not (> 0 and var month) || !char.IsUpper(text[tokens[at].Start]))
        {
            return null;
        }

        var (year, endIndex) = FollowingYear(text, tokens, at);
        if (!IsDay(year ?? 2000, month, Math.Max(day, last)))
        {
            return null;
        }

        Add(dates, tokens, index, last == 0 ? endIndex : index, year, month, day);
        if (last != 0)
        {
            Add(dates, tokens, lastIndex, endIndex, year, month, last);
        }

        return endIndex + 1;
    }

    // January 27, 2025; Jan. 27; January 2025; in January
    private static int? ReadMonth(string text, List<Token> tokens, int index, List<WrittenDate> dates)
    {
        if (MonthOf(tokens[index].In(text)) is not (> 0 and var month) || !char.IsUpper(text[tokens[index].Start]))
        {
            return null;
        }

        var at = SkipPoint(text, tokens, index + 1);
        if (at < tokens.Count && Integer(text, tokens, at) is (>= 1 and <= 31 and var day) && !HasScale(text, tokens, at))
        {
            var suffix = SkipSuffix(text, tokens, at + 1) - 1;
            var (year, end) = FollowingYear(text, tokens, suffix);
            if (IsDay(year ?? 2000, month, day))
            {
                Add(dates, tokens, index, end, year, month, day);
                return end + 1;
            }
        }

        var (only, last) = FollowingYear(text, tokens, index);
        if (only is null && (tokens[index].Length <= 3 || month == 3) && !(index > 0 && BeforeMonthBySpan.Contains(tokens[index - 1].In(text))))
        {
            return null;
        }

        Add(dates, tokens, index, last, only, month, null);
        return last + 1;
    }

    private static int? ReadYear(string text, List<Token> tokens, int index, List<WrittenDate> dates)
    {
        if (Year(text, tokens, index) is not { } year || IsPartOfName(text, tokens, index) || IsMarked(text, tokens, index))
        {
            return null;
        }

        if (index + 1 < tokens.Count && tokens[index + 1].IsGlued && tokens[index + 1].Is(text, "s") && year % 10 == 0)
        {
            dates.Add(new WrittenDate(tokens[index].Start, 5, year, null, null, IsDecade: true));
            return index + 2;
        }

        if (index + 1 < tokens.Count && (tokens[index + 1].IsGlued && tokens[index + 1].Kind == TokenKind.Word
            || CountedBySpan.Contains(tokens[index + 1].In(text)) || tokens[index + 1].Is(text, '%')))
        {
            return null;
        }

        Add(dates, tokens, index, index, year, null, null);
        return index + 1;
    }

    private static (int? Year, int End) FollowingYear(string text, List<Token> tokens, int index)
    {
        var at = SkipPoint(text, tokens, index + 1);
        at = at < tokens.Count && tokens[at].Is(text, ',') ? at + 1 : at;
        return at < tokens.Count && Year(text, tokens, at) is { } year && !IsMarked(text, tokens, at) ? (year, at) : (null, index);
    }

    private static bool IsMarked(string text, List<Token> tokens, int index) =>
        index > 0 && tokens[index].IsGlued && text[tokens[index - 1].Start] is '$' or '\u20AC' or '\u00A3' or '\u00A5' or '#';

    // "o1-1217" and "Claude-3.5": a number that is hyphenated to letters before it.
    private static bool IsPartOfName(string text, List<Token> tokens, int index) =>
        index > 1 && tokens[index].IsGlued && tokens[index - 1].IsGlued
        && Tokenizer.IsHyphen(text[tokens[index - 1].Start]) && tokens[index - 2].Kind == TokenKind.Word
        && !tokens[index - 2].Is(text, "mid");

    private static bool HasScale(string text, List<Token> tokens, int index) =>
        index + 1 < tokens.Count && (tokens[index + 1].Is(text, '%') || NumberWords.TryScale(tokens[index + 1].In(text), out _));

    private static int SkipSuffix(string text, List<Token> tokens, int index) =>
        index < tokens.Count && tokens[index].IsGlued && tokens[index].In(text) is "st" or "nd" or "rd" or "th" ? index + 1 : index;

    private static int SkipPoint(string text, List<Token> tokens, int index) =>
        index < tokens.Count && tokens[index].IsGlued && tokens[index].Is(text, '.') ? index + 1 : index;

    private static bool IsHyphenated(string text, List<Token> tokens, int index) =>
        index + 2 < tokens.Count && IsGluedSymbol(text, tokens, index + 1, '-') && tokens[index + 2].IsGlued;

    private static bool IsGluedSymbol(string text, List<Token> tokens, int index, char symbol) =>
        tokens[index].IsGlued && tokens[index].Is(text, symbol);

    private static int? Year(string text, List<Token> tokens, int index) =>
        tokens[index].Length == 4 && Integer(text, tokens, index) is (>= FirstYear and <= LastYear and var year) ? year : null;

    private static int? Integer(string text, List<Token> tokens, int index) =>
        tokens[index].Kind == TokenKind.Number && tokens[index].Length <= 4
        && int.TryParse(tokens[index].In(text), System.Globalization.NumberStyles.None, null, out var value) ? value : null;

    private static bool IsDay(int year, int month, int day) => day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static void Add(List<WrittenDate> dates, List<Token> tokens, int first, int last, int? year, int? month, int? day) =>
        dates.Add(new WrittenDate(tokens[first].Start, tokens[last].End - tokens[first].Start, year, month, day));
}
