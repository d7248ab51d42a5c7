using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Dates;

/// <summary>
/// The days on which the story happens, to tell which Monday "Monday" is. Built once per snapshot; safe to share
/// between threads.
/// </summary>
internal sealed class StoryCalendar
{
    private readonly Dictionary<DateOnly, int> _records = [];

    /// <summary>Reads the days of the snapshot's records; drafts and records under embargo do not count.</summary>
    public StoryCalendar(KnowledgeSnapshot snapshot)
    {
        AsOf = snapshot.Story.AsOf.Day;
        foreach (var record in snapshot.Records.Where(record => record is { Review: ReviewState.Reviewed, Embargo: null }))
        {
            if (record.Date is { Precision: >= DatePrecision.Day } date)
            {
                _records[date.Day] = _records.GetValueOrDefault(date.Day) + 1;
            }
        }

        MainDay = _records.Count == 0 ? null : Busiest(_records.Keys);
    }

    /// <summary>The day up to which the story is followed: "today" in a question.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The day with the most records, or null when none has a day.</summary>
    public DateOnly? MainDay { get; }

    /// <summary>The weekday on which the most happened; the last one up to the as-of day when nothing did.</summary>
    public DateOnly Weekday(DayOfWeek weekday)
    {
        var days = _records.Keys.Where(day => day.DayOfWeek == weekday).ToList();
        return days.Count > 0 ? Busiest(days) : AsOf.AddDays(-(((int)AsOf.DayOfWeek - (int)weekday + 7) % 7));
    }

    /// <summary>The year in which the month (and day) lies nearest to the story's main day.</summary>
    public int YearOf(int month, int? day)
    {
        var middle = MainDay ?? AsOf;
        return Enumerable.Range(middle.Year - 1, 3)
            .Where(year => day is null || day <= DateTime.DaysInMonth(year, month))
            .DefaultIfEmpty(middle.Year)
            .MinBy(year => Math.Abs(new DateOnly(year, month, Math.Min(day ?? 15, DateTime.DaysInMonth(year, month))).DayNumber - middle.DayNumber));
    }

    private DateOnly Busiest(IEnumerable<DateOnly> days) =>
        days.OrderByDescending(day => _records[day]).ThenByDescending(day => day).First();
}
