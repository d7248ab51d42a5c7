namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>How much of a <see cref="StoryDate"/> is known.</summary>
public enum DatePrecision
{
    /// <summary>Only the year.</summary>
    Year,

    /// <summary>The year and month.</summary>
    Month,

    /// <summary>The calendar day.</summary>
    Day,

    /// <summary>A point in time with its offset from UTC.</summary>
    Instant,
}
