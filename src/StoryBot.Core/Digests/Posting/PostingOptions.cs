using System.ComponentModel.DataAnnotations;

namespace StoryBot.Core.Digests.Posting;

/// <summary>How what is in the outbox is posted.</summary>
public sealed class PostingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Posting";

    /// <summary>How many channels are posted to side by side, 1 to 1,000. Default: 64.</summary>
    [Range(1, 1_000)]
    public int Channels { get; set; } = 64;

    /// <summary>How often a post is tried before it is given up and shown to the operator, 1 to 100. Default: 12, which is about an hour and a half.</summary>
    [Range(1, 100)]
    public int Attempts { get; set; } = 12;

    /// <summary>How long to wait before the second attempt; it doubles each time, up to 15 minutes. 100 milliseconds to 10 minutes. Default: 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the store is looked at for what other replicas left or put there, 100 milliseconds to 1 minute. Default: 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);
}
