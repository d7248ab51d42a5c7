using Cronos;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>
/// When digests are posted: cron expressions of five fields, read in a time zone. A time that a clock change skips comes once, right
/// after the gap; a time that it repeats comes once, the first time (what runs at intervals goes on through both). Immutable.
/// </summary>
public sealed record DigestSchedule
{
    /// <summary>The least time between two digests: a channel is not a log.</summary>
    public static readonly TimeSpan LeastInterval = TimeSpan.FromMinutes(5);

    /// <summary>Stands between the expressions of <see cref="Cron"/>.</summary>
    internal const char Separator = ';';

    private readonly CronExpression[] _expressions;

    /// <summary>A schedule as it was stored. The zone is looked up when it is used, so that a machine without it still reads the rest.</summary>
    /// <param name="cron">One expression of five fields, or several between semicolons.</param>
    /// <param name="zone">The IANA name of the time zone, such as <c>Europe/Berlin</c>.</param>
    /// <param name="inWords">What people are shown.</param>
    /// <exception cref="FormatException">An expression is not cron.</exception>
    public DigestSchedule(string cron, string zone, string inWords)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cron);
        ArgumentException.ThrowIfNullOrWhiteSpace(zone);
        (Cron, Zone, InWords) = (cron, zone, inWords);
        _expressions = [.. cron.Split(Separator, StringSplitOptions.TrimEntries).Select(Parse)];
    }

    /// <summary>The expressions, between semicolons: some times, such as 08:30 and 17:00, need one each.</summary>
    public string Cron { get; }

    /// <summary>The IANA name of the time zone.</summary>
    public string Zone { get; }

    /// <summary>The schedule in plain words, the zone included: "weekdays at 08:30, Europe/Berlin".</summary>
    public string InWords { get; }

    /// <summary>Reads a schedule from cron or plain words, with a time zone at the end or not.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="defaultZone">The IANA name of the zone where none is written.</param>
    public static ScheduleReading Read(string text, string defaultZone) => ScheduleReader.Read(text, defaultZone);

    /// <summary>The first occurrence after a moment, at the offset of the schedule's zone; null when there is none any more.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine has no data on the zone; the message says what to do.</exception>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var zone = ZoneNames.Find(Zone) ?? throw new TimeZoneNotFoundException(ZoneNames.Missing(Zone));
        return Next(after, zone);
    }

    /// <inheritdoc/>
    public bool Equals(DigestSchedule? other) => other is not null && Cron == other.Cron && Zone == other.Zone;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Cron, Zone);

    /// <inheritdoc/>
    public override string ToString() => InWords;

    /// <summary>The first occurrence after a moment as a clock in the zone shows it.</summary>
    internal DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone) => _expressions.Min(expression => expression.GetNextOccurrence(after, zone));

    private static CronExpression Parse(string text)
    {
        try
        {
            return CronExpression.Parse(text, CronFormat.Standard);
        }
        catch (CronFormatException fault)
        {
            throw new FormatException($"\"{text}\" is no cron expression of five fields: {fault.Message}", fault);
        }
    }
}

/// <summary>What came of reading a schedule: exactly one of the two is there.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Problem">What is wrong with the words, and examples, in a sentence or two for the person who wrote them.</param>
public sealed record ScheduleReading(DigestSchedule? Schedule, string? Problem)
{
    internal static ScheduleReading Failed(string problem) => new(null, problem);
}
