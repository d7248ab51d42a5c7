namespace StoryBot.Sockets;

/// <summary>The waits between attempts: doubling from the first to the longest, each shortened by up to a quarter at random.</summary>
/// <param name="first">The first wait.</param>
/// <param name="longest">The longest.</param>
internal sealed class BackOff(TimeSpan first, TimeSpan longest)
{
    private int _failures;

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan Next()
    {
        var wait = TimeSpan.FromTicks((long)Math.Min(longest.Ticks, first.Ticks * Math.Pow(2, Math.Min(_failures, 30))));
        _failures++;
        // Many processes that lost the same server must not come back at the same moment.
        return wait * (1 - (Random.Shared.NextDouble() / 4));
    }

    /// <summary>An attempt went well: the next wait is the first again.</summary>
    public void Reset() => _failures = 0;
}
