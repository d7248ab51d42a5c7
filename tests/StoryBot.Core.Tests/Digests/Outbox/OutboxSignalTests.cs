using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Digests.Outbox;

namespace StoryBot.Core.Tests.Digests.Outbox;

public sealed class OutboxSignalTests
{
    [Fact]
    public void Hold_OfTwo_LastsUntilBothAreOver()
    {
        using var signal = new OutboxSignal();
        var first = signal.Hold();
        var second = signal.Hold();

        first.Dispose();
        first.Dispose();
        Assert.True(signal.IsHeld);

        second.Dispose();
        Assert.False(signal.IsHeld);
    }

    [Fact]
    public async Task Hold_WhenOver_WakesWhoeverWaits()
    {
        using var signal = new OutboxSignal();
        var hold = signal.Hold();
        var waiting = signal.WaitAsync(TimeSpan.FromDays(1), new FakeTimeProvider(), TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        hold.Dispose();

        await waiting;
    }
}
