namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// A date or instant as a knowledge file gives it (ISO 8601): <c>2025</c>, <c>2025-01</c>, <c>2025-01-27</c> or
/// <c>2025-01-27T21:29-05:00</c>. <see cref="Start"/> is its first moment; a date without a time counts as UTC.
/// </summary>
public readonly record struct StoryDate(DateTimeOffset Start, DatePrecision Precision) : IComparable<StoryDate>
{
    /// <summary>The calendar day at <see cref="Start"/>, in its own offset.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Start.DateTime);

    /// <summary>The first moment after this date: for an instant, the instant itself.</summary>
    public DateTimeOffset End => Precision switch
    {
        DatePrecision.Year => Start.AddYears(1),
        DatePrecision.Month => Start.AddMonths(1),
        DatePrecision.Day => Start.AddDays(1),
        _ => Start,
    };

    /// <summary>A calendar day.</summary>
    public static StoryDate OfDay(int year, int month, int day) =>
        new(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day);

    /// <summary>Reads one of the forms above; false when the text has another form or there is no such date.</summary>
    public static bool TryParse(string? text, out StoryDate date)
    {
        date = default;
        return text is not null && StoryDateFormat.TryParse(text, out date);
    }

    /// <inheritdoc/>
    public int CompareTo(StoryDate other) => Start.CompareTo(other.Start);

    /// <summary>The ISO 8601 form with exactly the precision that is known.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => Start.ToString("yyyy"),
        DatePrecision.Month => Start.ToString("yyyy-MM"),
        DatePrecision.Day => Start.ToString("yyyy-MM-dd"),
        _ => Start.ToString(Start.Second == 0 ? "yyyy-MM-ddTHH:mmzzz" : "yyyy-MM-ddTHH:mm:sszzz"),
    };

    /// <summary>Whether the first date is before the second.</summary>
    public static bool operator <(StoryDate left, StoryDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first date is after the second.</summary>
    public static bool operator >(StoryDate left, StoryDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first date is not after the second.</summary>
    public static bool operator <=(StoryDate left, StoryDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first date is not before the second.</summary>
    public static bool operator >=(StoryDate left, StoryDate right) => left.CompareTo(right) >= 0;
}
