using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Understanding.Dates;

/// <summary>Finds the days that a question names, as the story counts them. Safe to share between threads.</summary>
internal sealed class DateFinder(StoryCalendar calendar)
{
    /// <summary>The story's days.</summary>
    public StoryCalendar Calendar => calendar;

    /// <summary>The mentions in order.</summary>
    public List<DateMention> Find(Utterance utterance)
    {
        var mentions = Written(utterance);
        for (var i = 0; i < utterance.Words.Count; i++)
        {
            if (!mentions.Any(mention => mention.Start <= i && i < mention.End) && !IsBesideDay(utterance.Words, mentions, i) && Relative(utterance.Words, i) is { } mention)
            {
                mentions.Add(mention);
                i = mention.End - 1;
            }
        }

        mentions.Sort((left, right) => left.Start.CompareTo(right.Start));
        return mentions;
    }

    /// <summary>The days of all mentions together; "since", "before" and "after" open the range at their side.</summary>
    public static DateRange? Span(IReadOnlyList<QuestionWord> words, IReadOnlyList<DateMention> mentions)
    {
        if (mentions.Count == 0)
        {
            return null;
        }

        var first = mentions.Min(mention => mention.Range.First);
        var last = mentions.Max(mention => mention.Range.Last);
        if (mentions.Count > 1)
        {
            return new DateRange(first, last);
        }

        var at = mentions[0].Start - 1;
        var before = at >= 0 && words[at].Key == "the" ? at - 1 : at;
        return (before >= 0 ? words[before].Key : string.Empty) switch
        {
            "since" or "from" => new DateRange(first, DateOnly.MaxValue),
            "after" => new DateRange(last == DateOnly.MaxValue ? last : last.AddDays(1), DateOnly.MaxValue),
            "before" => new DateRange(DateOnly.MinValue, first == DateOnly.MinValue ? first : first.AddDays(-1)),
            "until" or "till" => new DateRange(DateOnly.MinValue, last),
            _ => new DateRange(first, last),
        };
    }

    // "Tuesday 28 January", "28 January (Tuesday)": the weekday only says again which day it is.
    private static bool IsBesideDay(IReadOnlyList<QuestionWord> words, List<DateMention> mentions, int at) =>
        WeekdayOf(words[at]) is not null
        && mentions.Any(mention => mention.Range.First == mention.Range.Last
            && (mention.End == at || mention.Start == at + 1 || (mention.Start == at + 2 && words[at + 1].Key is "the" or "on")));

    private List<DateMention> Written(Utterance utterance)
    {
        var mentions = new List<DateMention>();
        foreach (var date in DateReader.Read(WithCapitalMonths(utterance)))
        {
            var start = IndexAt(utterance.Words, date.Start);
            var end = start;
            while (end < utterance.Words.Count && utterance.Words[end].Start < date.End)
            {
                end++;
            }

            if (end > start && RangeOf(date) is { } range)
            {
                if (EarlierDay(utterance.Words, start, date) is { } earlier)
                {
                    mentions.Add(new DateMention(earlier, start - 2, start - 1, false));
                }

                mentions.Add(new DateMention(range, start, end, false));
            }
        }

        return mentions;
    }

    // "between 3 and 5 September": the month stands only once.
    private DateRange? EarlierDay(IReadOnlyList<QuestionWord> words, int start, WrittenDate date) =>
        date is { Day: not null } && start >= 2 && words[start - 1].Key is "and" or "to"
        && int.TryParse(words[start - 2].Key, out var day) && day is >= 1 and <= 31
            ? RangeOf(date with { Day = day })
            : null;

    // In a chat "27 jan" is as good as "27 Jan"; "may" and "march" are months only beside a figure or after "in".
    private static string WithCapitalMonths(Utterance utterance)
    {
        char[]? text = null;
        for (var i = 0; i < utterance.Words.Count; i++)
        {
            var word = utterance.Words[i];
            if (word.Has(WordTraits.Capitalised) || DateReader.MonthOf(word.Text) == 0)
            {
                continue;
            }

            var isVerb = word.Key is "may" or "march" or "mar";
            var isBesideFigure = (i > 0 && utterance.Words[i - 1].IsFigure) || (i + 1 < utterance.Words.Count && utterance.Words[i + 1].IsFigure);
            if (!isVerb || isBesideFigure || (i > 0 && utterance.Words[i - 1].Key is "in" or "since" or "last"))
            {
                text ??= utterance.Text.ToCharArray();
                text[word.Start] = char.ToUpperInvariant(text[word.Start]);
            }
        }

        return text is null ? utterance.Text : new string(text);
    }

    private DateRange? RangeOf(WrittenDate date)
    {
        if (date.Year is { } only && date.Month is null)
        {
            return new DateRange(new DateOnly(only, 1, 1), new DateOnly(date.IsDecade ? only + 9 : only, 12, 31));
        }

        if (date.Month is not { } month)
        {
            return null;
        }

        var year = date.Year ?? calendar.YearOf(month, date.Day);
        var length = DateTime.DaysInMonth(year, month);
        return date.Day is { } day
            ? new DateRange(new DateOnly(year, month, Math.Min(day, length)), new DateOnly(year, month, Math.Min(day, length)))
            : new DateRange(new DateOnly(year, month, 1), new DateOnly(year, month, length));
    }

    private DateMention? Relative(IReadOnlyList<QuestionWord> words, int at)
    {
        var key = words[at].Key;
        if (WeekdayOf(words[at]) is { } weekday)
        {
            return new DateMention(OneDay(calendar.Weekday(weekday)), at, at + 1, false);
        }

        if (DayOfStory(words, at) is { } day)
        {
            return new DateMention(OneDay(day), at, at + 1, false);
        }

        var next = at + 1 < words.Count ? words[at + 1].Key : string.Empty;
        DateRange? range = (key, next) switch
        {
            ("today", _) => OneDay(calendar.AsOf),
            ("yesterday", _) => OneDay(calendar.AsOf.AddDays(-1)),
            ("that" or "same", "day" or "date" or "morning" or "afternoon" or "evening") => OneDay(calendar.MainDay ?? calendar.AsOf),
            ("that" or "same", "week") => Week(calendar.MainDay ?? calendar.AsOf),
            ("that" or "same", "month") => Month(calendar.MainDay ?? calendar.AsOf),
            ("this", "week") => Week(calendar.AsOf),
            ("last" or "previous" or "past", "week") => Week(calendar.AsOf.AddDays(-7)),
            ("this", "month") => Month(calendar.AsOf),
            ("last" or "previous" or "past", "month") => Month(calendar.AsOf.AddMonths(-1)),
            ("this", "year") => Year(calendar.AsOf.Year),
            ("last" or "previous" or "past", "year") => Year(calendar.AsOf.Year - 1),
            _ => null,
        };
        var length = key is "today" or "yesterday" ? 1 : 2;
        return range is { } days ? new DateMention(days, at, at + length, key is "that" or "same") : null;
    }

    // "On the 27th": of the month in which the story has its main day.
    private DateOnly? DayOfStory(IReadOnlyList<QuestionWord> words, int at)
    {
        var key = words[at].Key;
        var isAlone = at + 1 >= words.Count || words[at].Break is not ('\0' or '-') || WordSets.Function.Contains(words[at + 1].Key);
        if (key.Length is < 3 or > 4 || key[^2..] is not ("st" or "nd" or "rd" or "th") || at < 2 || words[at - 1].Key != "the"
            || words[at - 2].Key is not ("on" or "by" or "since" or "before" or "after" or "until") || !isAlone
            || !int.TryParse(key[..^2], out var number))
        {
            return null;
        }

        var month = calendar.MainDay ?? calendar.AsOf;
        return number >= 1 && number <= DateTime.DaysInMonth(month.Year, month.Month) ? new DateOnly(month.Year, month.Month, number) : null;
    }

    private static DayOfWeek? WeekdayOf(QuestionWord word)
    {
        if (DateReader.WeekdayOf(word.Key) is { } whole)
        {
            return whole;
        }

        return word.Key switch
        {
            "mon" => DayOfWeek.Monday,
            "tue" or "tues" => DayOfWeek.Tuesday,
            "wed" when word.Has(WordTraits.Capitalised) => DayOfWeek.Wednesday,
            "thu" or "thur" or "thurs" => DayOfWeek.Thursday,
            "fri" => DayOfWeek.Friday,
            "sat" when word.Has(WordTraits.Capitalised) => DayOfWeek.Saturday,
            _ => null,
        };
    }

    private static int IndexAt(IReadOnlyList<QuestionWord> words, int position)
    {
        var i = 0;
        while (i < words.Count && words[i].End <= position)
        {
            i++;
        }

        return i;
    }

    private static DateRange OneDay(DateOnly day) => new(day, day);

    private static DateRange Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new DateRange(monday, monday.AddDays(6));
    }

    private static DateRange Month(DateOnly day) =>
        new(new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    private static DateRange Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}
