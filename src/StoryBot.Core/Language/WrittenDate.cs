using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Language;

/// <summary>
/// A date as a text gives it, with only the parts that it gives: "27 January" has no year, "January 2025" no day. At
/// least one part is set; a day always has its month.
/// </summary>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Year">The year, when given; for a decade its first.</param>
/// <param name="Month">The month, 1 to 12, when given.</param>
/// <param name="Day">The day of the month, when given.</param>
/// <param name="IsDecade">Whether it names ten years: the 1950s.</param>
internal readonly record struct WrittenDate(int Start, int Length, int? Year, int? Month, int? Day, bool IsDecade = false)
{
    /// <summary>The first position after it.</summary>
    public int End => Start + Length;

    /// <summary>The date, when it has a year; null otherwise.</summary>
    public StoryDate? ToStoryDate() => Year is not { } year
        ? null
        : new StoryDate(
            new DateTimeOffset(year, Month ?? 1, Day ?? 1, 0, 0, 0, TimeSpan.Zero),
            Day is not null ? DatePrecision.Day : Month is not null ? DatePrecision.Month : DatePrecision.Year);

    /// <summary>Whether everything that it gives is so of the other date, which may give more.</summary>
    public bool IsContainedIn(WrittenDate other) =>
        IsDecade == other.IsDecade
        && (Year is null || Year == other.Year)
        && (Month is null || Month == other.Month)
        && (Day is null || Day == other.Day);

    /// <summary>Whether everything that it gives is so of the other date.</summary>
    public bool IsContainedIn(StoryDate other)
    {
        if (IsDecade)
        {
            return Year == other.Day.Year / 10 * 10;
        }

        return (Year is null || Year == other.Day.Year)
            && (Month is null || (other.Precision >= DatePrecision.Month && Month == other.Day.Month))
            && (Day is null || (other.Precision >= DatePrecision.Day && Day == other.Day.Day));
    }
}
