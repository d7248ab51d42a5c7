namespace StoryBot.Platforms.Sending;

/// <summary>
/// How long to wait between attempts at a request that failed for reasons of the other side: twice as long each time, up to a
/// bound, shortened at random by up to a quarter so that many waiters do not come back at once.
/// </summary>
/// <param name="First">The wait after the first failure.</param>
/// <param name="Longest">The longest wait.</param>
/// <param name="Attempts">The most attempts, the first included; at least 1.</param>
internal sealed record BackOff(TimeSpan First, TimeSpan Longest, int Attempts)
{
    private const double Jitter = 0.25;

    /// <summary>Half a second to 30 seconds, eight attempts: about a minute in all.</summary>
    public static BackOff Default { get; } = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), 8);

    /// <summary>The wait after a failed attempt, counted from 1; null when it was the last.</summary>
    public TimeSpan? After(int attempt)
    {
        if (attempt >= Attempts)
        {
            return null;
        }

        var full = Math.Min(First.TotalSeconds * Math.Pow(2, attempt - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (1 - (Jitter * Random.Shared.NextDouble())));
    }
}
