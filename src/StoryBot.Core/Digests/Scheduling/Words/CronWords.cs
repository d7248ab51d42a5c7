namespace StoryBot.Core.Digests.Scheduling.Words;

/// <summary>Says cron in plain words: the usual shapes by days and times, any other as the expression itself.</summary>
internal static class CronWords
{
    /// <summary>"Weekdays at 08:30"; begins in lower case unless with a day's name.</summary>
    public static string Describe(string cron)
    {
        var fields = cron.Split(DigestSchedule.Separator, StringSplitOptions.TrimEntries).Select(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToList();
        var days = fields.Select(field => $"{field[2]} {field[3]} {field[4]}").Distinct().ToList();
        if (days.Count == 1 && Days(fields[0]) is { } when)
        {
            if (fields.Count == 1 && Interval(fields[0][0], fields[0][1]) is { } often)
            {
                return fields[0][2] == "*" && fields[0][4] == "*" ? often : $"{often}, {when}";
            }

            if (fields.All(field => Numbers(field[0], 59) is not null && Numbers(field[1], 23) is not null))
            {
                var times = fields.SelectMany(field => Numbers(field[1], 23)!.SelectMany(hour => Numbers(field[0], 59)!.Select(minute => new TimeOnly(hour, minute)))).Distinct().Order();
                return $"{when} at {Listed([.. times.Select(time => $"{time:HH:mm}")])}";
            }
        }

        return $"by cron \"{cron}\"";
    }

    private static string? Days(string[] fields)
    {
        var (ofMonth, month, ofWeek) = (fields[2], fields[3], fields[4].ToUpperInvariant());
        return (month, ofMonth, ofWeek) switch
        {
            ("*", "*" or "?", "*" or "?") => "daily",
            ("*", "*" or "?", "1-5" or "MON-FRI") => "weekdays",
            ("*", "*" or "?", "0,6" or "6,0" or "6,7" or "SAT,SUN") => "weekends",
            ("*", "*" or "?", [var day and >= '0' and <= '6', '#', var number and >= '1' and <= '5']) => $"the {Ordinal(number - '0')} {ScheduleDays.Names[day - '0']} of the month",
            ("*", "*" or "?", [var day and >= '0' and <= '6', 'L']) => $"the last {ScheduleDays.Names[day - '0']} of the month",
            ("*", "*" or "?", _) when OfWeek(ofWeek) is { } days => Listed([.. days.Select(day => $"{ScheduleDays.Names[day]}s")]),
            ("*", "L", "*" or "?") => "the last day of the month",
            ("*", _, "*" or "?") when Numbers(ofMonth, 31) is { } days => $"the {Listed([.. days.Select(Ordinal)])} of the month",
            _ => null,
        };
    }

    private static string? Interval(string minute, string hour)
    {
        var hours = hour.Split('/');
        var window = hours[0].Split('-');
        var isWindow = window.Length == 2 && int.TryParse(window[0], out _) && int.TryParse(window[1], out _);
        if (hours[0] != "*" && !isWindow)
        {
            return null;
        }

        if (minute.StartsWith("*/", StringComparison.Ordinal) && hours.Length == 1 && int.TryParse(minute.AsSpan(2), out var minutes) && minutes is > 0 and <= 30 && 60 % minutes == 0)
        {
            return $"every {minutes} minutes{(isWindow ? $" from {int.Parse(window[0]):00}:00 to {int.Parse(window[1]):00}:{60 - minutes:00}" : string.Empty)}";
        }

        if (!int.TryParse(minute, out var past) || past is < 0 or > 59 || (hours.Length == 2 && !int.TryParse(hours[1], out _)))
        {
            return null;
        }

        var often = hours.Length == 1 ? "every hour" : $"every {hours[1]} hours";
        return often + (isWindow ? $" from {int.Parse(window[0]):00}:{past:00} to {int.Parse(window[1]):00}:{past:00}" : past == 0 ? string.Empty : $" at {past} minutes past");
    }

    // Days of the week by number or name, each alone: Monday first, as people say them.
    private static List<int>? OfWeek(string text)
    {
        var days = text.Split(',').Select(part => int.TryParse(part, out var day) ? day % 7 : part.Length == 3 ? ScheduleDays.Find(part.ToLowerInvariant()) ?? -1 : -1).ToList();
        return days.Contains(-1) ? null : [.. days.Distinct().OrderBy(day => day == 0 ? 7 : day)];
    }

    private static List<int>? Numbers(string text, int most)
    {
        var numbers = text.Split(',').Select(part => int.TryParse(part, out var number) && number <= most ? number : -1).ToList();
        return numbers.Contains(-1) ? null : [.. numbers.Distinct().Order()];
    }

    private static string Ordinal(int number) => number + (number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    private static string Listed(IReadOnlyList<string> items) =>
        items.Count == 1 ? items[0] : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";
}
