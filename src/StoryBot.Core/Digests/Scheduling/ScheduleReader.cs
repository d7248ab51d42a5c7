using System.Text.RegularExpressions;
using StoryBot.Core.Digests.Scheduling.Words;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>Reads schedules: takes the time zone from the end, then cron or plain words, and checks what they come to.</summary>
internal static partial class ScheduleReader
{
    /// <summary>What to write, for those whose words were not understood.</summary>
    public const string Examples = "Write for example \"weekdays at 8:30\", \"every Monday at 9am New York time\", \"twice a day at 8 and 17 UTC\", or cron such as \"30 8 * * 1-5\".";

    private const int Longest = 200;

    // Eight days of the most frequent schedule that is let through: every pair of neighbours that a week can bring is in it.
    private const int Looked = 8 * 24 * 12;

    private static readonly DateTimeOffset Reference = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ScheduleReading Read(string text, string defaultZone)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = string.Concat(text.Where(character => character is not ('"' or '`' or '\u201C' or '\u201D'))).Trim().TrimEnd('.');
        if (words.Length is 0 or > Longest)
        {
            return ScheduleReading.Failed($"{(words.Length == 0 ? "When shall the digest come?" : "That schedule is too long for me.")} {Examples}");
        }

        var (rest, zone, problem) = ZoneReader.Take(words, defaultZone);
        if (problem is not null)
        {
            return ScheduleReading.Failed(problem);
        }

        var (cron, fault) = CronFields().Match(rest) is { Success: true } fields
            ? (fields.Value.Trim(), null)
            : ScheduleWords.Read(rest);
        return cron is null ? ScheduleReading.Failed($"{fault} {Examples}") : Checked(cron, zone);
    }

    private static ScheduleReading Checked(string cron, string zone)
    {
        DigestSchedule schedule;
        try
        {
            schedule = new DigestSchedule(cron, zone, $"{CronWords.Describe(cron)}, {zone}");
        }
        catch (FormatException)
        {
            return ScheduleReading.Failed($"\"{cron}\" is not cron as I read it: minute, hour, day of the month, month, day of the week. {Examples}");
        }

        var last = schedule.Next(Reference, TimeZoneInfo.Utc);
        if (last is null)
        {
            return ScheduleReading.Failed($"\"{cron}\" never comes: there is no such day. {Examples}");
        }

        for (var count = 0; count < Looked && schedule.Next(last.Value, TimeZoneInfo.Utc) is { } next; count++, last = next)
        {
            if (next - last.Value < DigestSchedule.LeastInterval)
            {
                return ScheduleReading.Failed($"That is too often: there are at least {DigestSchedule.LeastInterval.TotalMinutes:0} minutes between two digests. {Examples}");
            }
        }

        return new ScheduleReading(schedule, null);
    }

    // A minute and an hour begin with a digit or a star, which no plain words do five times over.
    [GeneratedRegex(@"^[\d*][\d*/,-]*\s+[\d*][\d*/,-]*\s+[\dL*?][\w*/,?-]*\s+[\w*/,-]+\s+[\w*/,?#-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex CronFields();
}
