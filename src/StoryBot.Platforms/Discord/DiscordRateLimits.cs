using System.Collections.Concurrent;
using System.Net;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// Keeps calls within Discord's rate limits. Calls of one limit go one after the other, because how many are left is only
/// known from the last answer; when none is left they wait until the limit is renewed. Safe to share between threads.
/// </summary>
internal sealed class DiscordRateLimits(TimeProvider clock)
{
    // Discord's limit over all calls of a bot, and how often the limits that nobody waits for are cleared away.
    private const int MostPerSecond = 50;
    private const int SweepEvery = 1024;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _lastSecond = [];
    private DateTimeOffset _allBlockedUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _botBlockedUntil = DateTimeOffset.MinValue;
    private int _entries;

    /// <summary>How many limits are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _buckets.Count;
            }
        }
    }

    /// <summary>Waits for the call's turn and until it may be made.</summary>
    /// <exception cref="DiscordException">That would be after <paramref name="ends"/>.</exception>
    public async Task<Turn> EnterAsync(DiscordRequest request, DateTimeOffset ends, CancellationToken cancellationToken)
    {
        while (true)
        {
            var turn = await TakeTurnAsync(KeyOf(request), cancellationToken);
            try
            {
                // While it waited, an answer may have told the limit's name.
                if (turn.Key == KeyOf(request))
                {
                    await WaitAsync(turn, request, ends, cancellationToken);
                    return turn;
                }
            }
            catch
            {
                turn.Dispose();
                throw;
            }

            turn.Dispose();
        }
    }

    /// <summary>Takes in what an answer says of its limit.</summary>
    public void Note(DiscordRequest request, Turn turn, DiscordLimitHeaders headers)
    {
        if (headers.Bucket is { } name)
        {
            _names[RouteOf(request)] = name;
        }

        lock (_lock)
        {
            var bucket = headers.Bucket is null ? turn.Bucket : Open(KeyOf(request));
            bucket.Remaining = headers.Remaining ?? 1;
            bucket.Renewed = clock.GetUtcNow() + (headers.ResetAfter ?? TimeSpan.Zero);
        }
    }

    /// <summary>Holds back calls after a refusal: those of the same limit, all of the bot's, or all there are.</summary>
    public void Block(DiscordRequest request, Turn turn, TimeSpan wait, BlockScope scope)
    {
        var until = clock.GetUtcNow() + wait;
        lock (_lock)
        {
            switch (scope)
            {
                case BlockScope.Everything:
                    _allBlockedUntil = Later(_allBlockedUntil, until);
                    break;
                case BlockScope.Bot when !request.IsOfInteraction:
                    _botBlockedUntil = Later(_botBlockedUntil, until);
                    break;
                default:
                    foreach (var bucket in new[] { turn.Bucket, Open(KeyOf(request)) })
                    {
                        bucket.Remaining = 0;
                        bucket.Renewed = Later(bucket.Renewed, until);
                    }

                    break;
            }
        }
    }

    private async Task WaitAsync(Turn turn, DiscordRequest request, DateTimeOffset ends, CancellationToken cancellationToken)
    {
        while (WaitOf(turn.Bucket, request.IsOfInteraction) is { } wait)
        {
            if (clock.GetUtcNow() + wait >= ends)
            {
                throw new DiscordException($"{request.Method} {request.Route}: the rate limit lasts longer than the call is worth.", HttpStatusCode.TooManyRequests);
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    // How long to wait; null when the call may be made, which is then counted.
    private TimeSpan? WaitOf(Bucket bucket, bool isOfInteraction)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var until = _allBlockedUntil;
            if (bucket.Remaining <= 0)
            {
                until = Later(until, bucket.Renewed);
            }

            if (!isOfInteraction)
            {
                until = Later(until, Later(_botBlockedUntil, FreeInSecond(now)));
            }

            if (until > now)
            {
                return until - now;
            }

            bucket.Remaining = bucket.Renewed <= now ? 1 : bucket.Remaining;
            bucket.Remaining--;
            if (!isOfInteraction)
            {
                _lastSecond.Enqueue(now);
            }

            return null;
        }
    }

    private DateTimeOffset FreeInSecond(DateTimeOffset now)
    {
        while (_lastSecond.TryPeek(out var first) && now - first >= Second)
        {
            _lastSecond.Dequeue();
        }

        return _lastSecond.Count < MostPerSecond ? now : _lastSecond.Peek() + Second;
    }

    private async Task<Turn> TakeTurnAsync(string key, CancellationToken cancellationToken)
    {
        Bucket bucket;
        lock (_lock)
        {
            if (++_entries % SweepEvery == 0)
            {
                Sweep();
            }

            bucket = Open(key);
            bucket.Users++;
        }

        try
        {
            await bucket.Gate.WaitAsync(cancellationToken);
            return new Turn(this, key, bucket);
        }
        catch
        {
            Leave(bucket);
            throw;
        }
    }

    private void Leave(Bucket bucket)
    {
        lock (_lock)
        {
            bucket.Users--;
        }
    }

    // A limit that was renewed and that nobody waits for says nothing any more.
    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var key in _buckets.Where(pair => pair.Value.Users == 0 && pair.Value.Renewed <= now).Select(pair => pair.Key).ToList())
        {
            _buckets.Remove(key);
        }
    }

    private Bucket Open(string key) =>
        _buckets.TryGetValue(key, out var bucket) ? bucket : _buckets[key] = new Bucket();

    private string KeyOf(DiscordRequest request) => $"{_names.GetValueOrDefault(RouteOf(request), RouteOf(request))} {request.About}";

    private static string RouteOf(DiscordRequest request) => $"{request.Method} {request.Route}";

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>A call's turn, over when it is disposed.</summary>
    internal sealed class Turn(DiscordRateLimits limits, string key, Bucket bucket) : IDisposable
    {
        private bool _over;

        /// <summary>The limit's key.</summary>
        public string Key => key;

        /// <summary>The limit.</summary>
        public Bucket Bucket => bucket;

        /// <inheritdoc/>
        public void Dispose()
        {
            if (!_over)
            {
                _over = true;
                bucket.Gate.Release();
                limits.Leave(bucket);
            }
        }
    }

    /// <summary>What is known of a limit. Its members are used under the lock.</summary>
    internal sealed class Bucket
    {
        /// <summary>One call at a time.</summary>
        public SemaphoreSlim Gate { get; } = new(1, 1);

        /// <summary>How many calls hold it or wait for it.</summary>
        public int Users { get; set; }

        /// <summary>How many calls are left.</summary>
        public int Remaining { get; set; } = 1;

        /// <summary>When there are more.</summary>
        public DateTimeOffset Renewed { get; set; } = DateTimeOffset.MinValue;
    }
}

/// <summary>Which calls a refusal is about.</summary>
internal enum BlockScope
{
    /// <summary>Those of the same limit.</summary>
    Limit,

    /// <summary>All with the bot's token.</summary>
    Bot,

    /// <summary>All of this machine.</summary>
    Everything,
}
