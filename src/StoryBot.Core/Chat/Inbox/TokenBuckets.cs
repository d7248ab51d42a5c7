using StoryBot.Core.Chat.Memory;

namespace StoryBot.Core.Chat.Inbox;

/// <summary>
/// A rate limit for each key: so many at once, filled up again evenly over a minute. The limiters of the framework read their own clock; this
/// one takes a <see cref="TimeProvider"/>. Keys that rest for a minute are full again and forgotten. Safe to share between threads.
/// </summary>
internal sealed class TokenBuckets(int perMinute, TimeProvider clock)
{
    private const int MostKeys = 100_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly BoundedMemory<string, (double Tokens, DateTimeOffset At)> _buckets = new(MostKeys, Minute, clock);

    /// <summary>Takes one; null when there was one, otherwise how long until there is.</summary>
    public TimeSpan? Take(string key)
    {
        TimeSpan? wait = null;
        var now = clock.GetUtcNow();
        _buckets.Change(key, before =>
        {
            var tokens = before.At == default ? perMinute : Math.Min(perMinute, before.Tokens + ((now - before.At) / Minute * perMinute));
            wait = tokens >= 1 ? null : (1 - tokens) / perMinute * Minute;
            return (tokens >= 1 ? tokens - 1 : tokens, now);
        });
        return wait;
    }
}
