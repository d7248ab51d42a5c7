namespace StoryBot.Testing.Waiting;

/// <summary>
/// A clock on which no time passes but by waiting, and every wait is over at once: the clock then shows the time at which it would
/// have been. Waits of <see cref="LimitsFrom"/> and more are time limits, and never run out. Safe to share between threads.
/// </summary>
public sealed class HurriedClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>From which length on a wait is a limit. Default: 50 seconds.</summary>
    public TimeSpan LimitsFrom { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>The waits so far.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer();
        if (dueTime < LimitsFrom && dueTime != Timeout.InfiniteTimeSpan)
        {
            var due = GetUtcNow() + dueTime;
            ThreadPool.QueueUserWorkItem(_ => End(timer, due, dueTime, callback, state));
        }

        return timer;
    }

    private void End(Timer timer, DateTimeOffset due, TimeSpan wait, TimerCallback callback, object? state)
    {
        if (timer.IsOff)
        {
            return;
        }

        lock (_lock)
        {
            _now = due > _now ? due : _now;
            _waits.Add(wait);
        }

        callback(state);
    }

    private sealed class Timer : ITimer
    {
        public bool IsOff { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !IsOff;

        public void Dispose() => IsOff = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
