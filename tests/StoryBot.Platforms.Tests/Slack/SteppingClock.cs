using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Testing.Waiting;

namespace StoryBot.Platforms.Tests.Slack;

/// <summary>
/// A clock that stands still until something waits for it, and then moves on by just that wait: what takes minutes takes none, and
/// every wait can be looked at.
/// </summary>
internal sealed class SteppingClock : FakeTimeProvider
{
    // The limit of one request is no wait: it must not run out because time is moved on.
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(15);

    private readonly Channel<TimeSpan> _next = Channel.CreateUnbounded<TimeSpan>();
    private readonly Record<TimeSpan> _waits = new();

    public SteppingClock()
        : base(new DateTimeOffset(2026, 1, 27, 9, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The waits so far.</summary>
    public IReadOnlyList<TimeSpan> Waits => _waits.Items;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime != RequestLimit)
        {
            _waits.Add(dueTime);
            _next.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Lets the work run to its end, moving on whenever it waits.</summary>
    public async Task RunAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, _next.Reader.WaitToReadAsync().AsTask()).Within();
            while (!work.IsCompleted && _next.Reader.TryRead(out var wait))
            {
                Advance(wait);
            }
        }

        await work;
    }
}
