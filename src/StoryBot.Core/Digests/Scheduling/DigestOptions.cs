using System.ComponentModel.DataAnnotations;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>How digests are scheduled.</summary>
public sealed class DigestOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Digests";

    /// <summary>Whether this process posts digests on their schedules. Default: yes.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The IANA name of the time zone of schedules that name none. Default: UTC.</summary>
    [Required]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>How many due digests are claimed and stored at once, 1 to 10,000. Default: 1,000.</summary>
    [Range(1, 10_000)]
    public int Batch { get; set; } = 1_000;
}
