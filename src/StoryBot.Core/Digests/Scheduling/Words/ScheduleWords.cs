namespace StoryBot.Core.Digests.Scheduling.Words;

/// <summary>Reads a schedule's plain words into cron: on which days, and at which times or how often.</summary>
internal static class ScheduleWords
{
    private static readonly string[] Skipped =
        ["and", "at", "on", "the", "of", "in", "a", "an", "per", "by", "every", "each", "all", "around", "about", "week", "month", "months", "post", "once", "time", "then", "please", "both", "also", "or"];

    /// <summary>The cron expressions, or what is wrong with the words in a sentence.</summary>
    public static (string? Cron, string? Problem) Read(string text)
    {
        var tokens = new ScheduleTokens(text);
        var draft = new ScheduleDraft();
        while (!tokens.IsAtEnd)
        {
            if (!(TakeInterval(tokens, draft) || TakeDayOfMonth(tokens, draft) || TakeDays(tokens, draft) || TakeCount(tokens, draft) || TakePart(tokens, draft) || TakeTimes(tokens, draft) || tokens.Take(Skipped)))
            {
                return (null, $"I do not understand \"{tokens.Peek()}\" in that schedule.");
            }
        }

        return draft.Build();
    }

    private static bool TakeInterval(ScheduleTokens tokens, ScheduleDraft draft)
    {
        var start = tokens.At;
        if (tokens.Take("hourly"))
        {
            draft.Minutes = 60;
            return true;
        }

        var isEach = tokens.Take("every", "each");
        var minutes = isEach && tokens.Take("half") && (tokens.Take("an") || true) && tokens.Take("hour") ? 30
            : isEach && tokens.Take("quarter") && (tokens.Take("of", "an") || true) && (tokens.Take("an") || true) && tokens.Take("hour") ? 15
            : Counted(tokens, isEach);
        if (minutes == 0)
        {
            tokens.At = start;
            return false;
        }

        draft.Minutes = minutes;
        return true;
    }

    private static int Counted(ScheduleTokens tokens, bool isEach)
    {
        if (isEach && tokens.Take("hour"))
        {
            return 60;
        }

        if (isEach && tokens.Take("minute", "min"))
        {
            return 1;
        }

        var number = int.TryParse(tokens.Peek(), out var written) ? written : tokens.Peek() is { Length: > 0 } word && Language.NumberWords.TryCardinal(word, out var spelled) ? (int)spelled : 0;
        var unit = tokens.Peek(1) switch { "minutes" or "minute" or "min" or "mins" => 1, "hours" or "hour" or "hrs" => 60, _ => 0 };
        if (number is <= 0 or > 1440 || unit == 0)
        {
            return 0;
        }

        tokens.At += 2;
        return number * unit;
    }

    private static bool TakeDayOfMonth(ScheduleTokens tokens, ScheduleDraft draft)
    {
        if (tokens.Take("monthly"))
        {
            draft.IsMonthly = true;
            return true;
        }

        if (ScheduleDays.Ordinal(tokens.Peek()) is not { } number)
        {
            return false;
        }

        tokens.At++;
        if (ScheduleDays.Find(tokens.Peek()) is { } day)
        {
            tokens.At++;
            draft.OfMonth.Add((day, number));
        }
        else
        {
            _ = tokens.Take("day");
            draft.DaysOfMonth.Add(number);
        }

        return true;
    }

    private static bool TakeDays(ScheduleTokens tokens, ScheduleDraft draft)
    {
        if (tokens.Take("daily", "everyday", "day", "days", "nightly"))
        {
            draft.IsDaily = true;
        }
        else if (tokens.Take("weekly"))
        {
            draft.IsWeekly = true;
        }
        else if (tokens.Take("weekday", "weekdays", "workday", "workdays") || (tokens.Peek() is "business" or "working" or "work" or "week" && tokens.Peek(1) is "day" or "days"))
        {
            tokens.At += tokens.Peek() is "business" or "working" or "work" or "week" ? 2 : 0;
            draft.Add(1, 5);
        }
        else if (tokens.Take("weekend", "weekends"))
        {
            draft.Add(6, 7);
        }
        else if (ScheduleDays.Find(tokens.Peek()) is { } from)
        {
            tokens.At++;
            var isRange = tokens.Peek() is "-" or "–" or "—" or "to" or "through" or "thru" or "until" or "till" && ScheduleDays.Find(tokens.Peek(1)) is not null;
            var to = isRange ? ScheduleDays.Find(tokens.Peek(1))!.Value : from;
            tokens.At += isRange ? 2 : 0;
            draft.Add(from, to < from ? to + 7 : to);
        }
        else
        {
            return false;
        }

        return true;
    }

    // "twice a day": how many times have to follow.
    private static bool TakeCount(ScheduleTokens tokens, ScheduleDraft draft)
    {
        if (tokens.Take("twice"))
        {
            draft.TimesADay = 2;
            return true;
        }

        if (tokens.Peek(1) == "times" && (int.TryParse(tokens.Peek(), out var count) || (Language.NumberWords.TryCardinal(tokens.Peek(), out var spelled) && (count = (int)spelled) > 0)))
        {
            tokens.At += 2;
            draft.TimesADay = count;
            return true;
        }

        return false;
    }

    private static bool TakePart(ScheduleTokens tokens, ScheduleDraft draft)
    {
        if (tokens.Take("morning", "mornings"))
        {
            draft.Part = ScheduleDraft.Morning;
        }
        else if (tokens.Take("evening", "evenings", "afternoon", "afternoons", "night"))
        {
            draft.Part = ScheduleDraft.Evening;
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool TakeTimes(ScheduleTokens tokens, ScheduleDraft draft)
    {
        var start = tokens.At;
        var isWindow = tokens.Take("from", "between");
        if (tokens.TakeTime() is not { } time)
        {
            tokens.At = start;
            return false;
        }

        if (tokens.Take("-", "–", "—", "to", "until", "till") || (isWindow && tokens.Take("and")))
        {
            draft.Window = tokens.TakeTime() is { } end ? (time, end) : null;
            return draft.Window is not null;
        }

        draft.Times.Add(time);
        return true;
    }
}
