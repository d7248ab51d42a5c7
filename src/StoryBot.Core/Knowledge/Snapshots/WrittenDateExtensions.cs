using StoryBot.Core.Language;

namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>Between a date as a text gives it and a date of the knowledge.</summary>
internal static class WrittenDateExtensions
{
    /// <summary>The date, when it has a year; null otherwise.</summary>
    public static StoryDate? ToStoryDate(this WrittenDate date) => date.Year is not { } year
        ? null
        : new StoryDate(
            new DateTimeOffset(year, date.Month ?? 1, date.Day ?? 1, 0, 0, 0, TimeSpan.Zero),
            date.Day is not null ? DatePrecision.Day : date.Month is not null ? DatePrecision.Month : DatePrecision.Year);

    /// <summary>The date with the parts that are known, in its own offset.</summary>
    public static WrittenDate ToWritten(this StoryDate date) => new(
        0,
        0,
        date.Day.Year,
        date.Precision >= DatePrecision.Month ? date.Day.Month : null,
        date.Precision >= DatePrecision.Day ? date.Day.Day : null);

    /// <summary>Whether everything that the written date gives is so of the other.</summary>
    public static bool IsContainedIn(this WrittenDate date, StoryDate other) => date.IsContainedIn(other.ToWritten());
}
