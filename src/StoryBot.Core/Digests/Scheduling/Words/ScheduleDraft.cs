namespace StoryBot.Core.Digests.Scheduling.Words;

/// <summary>What the words of a schedule said so far; made into cron at the end. For one thread.</summary>
internal sealed class ScheduleDraft
{
    /// <summary>When "every morning" is.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    /// <summary>When "every evening" is.</summary>
    public static readonly TimeOnly Evening = new(18, 0);

    private const int MostTimes = 24;

    private readonly SortedSet<int> _days = [];

    /// <summary>The times of day.</summary>
    public SortedSet<TimeOnly> Times { get; } = [];

    /// <summary>Days of the month; 0 is the last.</summary>
    public SortedSet<int> DaysOfMonth { get; } = [];

    /// <summary>Days of the week in the month: which day, and the how-manieth; 0 is the last.</summary>
    public SortedSet<(int Day, int Number)> OfMonth { get; } = [];

    /// <summary>The minutes between two digests; 0 where there are times instead.</summary>
    public int Minutes { get; set; }

    /// <summary>From when to when in the day an interval runs.</summary>
    public (TimeOnly From, TimeOnly To)? Window { get; set; }

    /// <summary>How many times have to be given; 0 for any number.</summary>
    public int TimesADay { get; set; }

    /// <summary>A part of the day that was named.</summary>
    public TimeOnly? Part { get; set; }

    /// <summary>Whether every day was said.</summary>
    public bool IsDaily { get; set; }

    /// <summary>Whether once a week was said.</summary>
    public bool IsWeekly { get; set; }

    /// <summary>Whether once a month was said.</summary>
    public bool IsMonthly { get; set; }

    /// <summary>Adds days of the week, from one to another; 7 and more go on in the next week.</summary>
    public void Add(int from, int to)
    {
        for (var day = from; day <= to; day++)
        {
            _days.Add(day % 7);
        }
    }

    /// <summary>The cron expressions, or what is missing.</summary>
    public (string? Cron, string? Problem) Build()
    {
        var (days, fault) = Days();
        var (times, problem) = Minutes > 0 ? Interval() : OfTimes();
        return (fault ?? problem) is { } wrong ? (null, wrong) : (string.Join($"{DigestSchedule.Separator} ", times!.Select(time => $"{time} {days}")), null);
    }

    private (string? Fields, string? Problem) Days()
    {
        if (IsMonthly && DaysOfMonth.Count + OfMonth.Count == 0)
        {
            DaysOfMonth.Add(1);
        }

        if (IsWeekly && _days.Count == 0)
        {
            Add(1, 1);
        }

        if (OfMonth.Count > 1 || (DaysOfMonth.Count > 0 && OfMonth.Count + _days.Count > 0) || (OfMonth.Count > 0 && _days.Count > 0))
        {
            return (null, "I can post on days of the week or on days of the month, not on both in one schedule.");
        }

        if (DaysOfMonth.FirstOrDefault(day => day > 31) is > 31 and var late)
        {
            return (null, $"There is no day {late} in a month.");
        }

        if (OfMonth.Count == 1)
        {
            var (day, number) = OfMonth.Min;
            return number > 5 ? (null, "A month has no more than five of a weekday.") : ($"* * {day}{(number == 0 ? "L" : $"#{number}")}", null);
        }

        return DaysOfMonth.Count > 0
            ? ($"{string.Join(',', DaysOfMonth.OrderBy(day => day == 0 ? 32 : day).Select(day => day == 0 ? "L" : $"{day}"))} * *", null)
            : ($"* * {(_days.Count is 0 or 7 ? "*" : _days.SequenceEqual([1, 2, 3, 4, 5]) ? "1-5" : string.Join(',', _days))}", null);
    }

    private (IReadOnlyList<string>? Fields, string? Problem) OfTimes()
    {
        if (Window is not null)
        {
            return (null, "Say how often between those times, such as \"every hour from 9 to 17\".");
        }

        if (Times.Count == 0 && Part is { } part)
        {
            Times.Add(part);
        }
        else if (Part == Evening)
        {
            // "At 7 in the evening".
            var later = Times.Select(time => time.Hour is > 0 and < 12 ? time.AddHours(12) : time).ToList();
            Times.Clear();
            Times.UnionWith(later);
        }

        if (Times.Count == 0 || (TimesADay > 0 && Times.Count != TimesADay))
        {
            return (null, Times.Count == 0 ? "At what time?" : $"That is {(Times.Count == 1 ? "one time" : $"{Times.Count} times")} of day, not {TimesADay}.");
        }

        // One expression for each minute: its hours share it.
        return Times.Count > MostTimes
            ? (null, $"That is more than {MostTimes} times of day.")
            : ([.. Times.GroupBy(time => time.Minute).Select(group => $"{group.Key} {string.Join(',', group.Select(time => time.Hour))}")], null);
    }

    private (IReadOnlyList<string>? Fields, string? Problem) Interval()
    {
        if (Times.Count > 0 || Part is not null)
        {
            return (null, "Say how often, or at which times, but not both.");
        }

        var isShort = Minutes < 60;
        if (isShort ? 60 % Minutes != 0 : Minutes % 60 != 0 || 1440 % Minutes != 0)
        {
            return (null, "An interval has to go into an hour or a day without a rest, such as 15 or 30 minutes, or 2, 3 or 6 hours.");
        }

        var hours = "*";
        if (Window is var (from, to))
        {
            if (from.Minute != 0 || to.Minute != 0 || to <= from)
            {
                return (null, "The times that an interval runs between are whole hours of one day.");
            }

            hours = $"{from.Hour}-{(isShort ? to.Hour - 1 : to.Hour)}";
        }

        var step = Minutes / 60;
        return ([isShort ? $"*/{Minutes} {hours}" : $"0 {(step == 1 ? hours : step == 24 ? "0" : $"{hours}/{step}")}"], null);
    }
}
