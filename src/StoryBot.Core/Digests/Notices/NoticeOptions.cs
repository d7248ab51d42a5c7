using System.ComponentModel.DataAnnotations;

namespace StoryBot.Core.Digests.Notices;

/// <summary>How people are told that an answer has changed, or that one has become possible.</summary>
public sealed class NoticeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Notices";

    /// <summary>
    /// How long the knowledge must rest after an edit before anybody is told, 0 seconds to 1 day: a burst of edits becomes one message per
    /// thread. Default: 20 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Quiet { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often is looked whether the knowledge has changed, 100 milliseconds to 1 hour. Default: 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The most answers that are corrected for one record, the newest first, 1 to 100,000. Default: 1,000.</summary>
    [Range(1, 100_000)]
    public int MostAnswers { get; set; } = 1_000;

    /// <summary>The most gaps that are looked at after an edit, the most asked first, 1 to 100,000. Default: 1,000.</summary>
    [Range(1, 100_000)]
    public int MostGaps { get; set; } = 1_000;
}
