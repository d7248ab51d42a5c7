using Discord.Net;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Sockets.Discord;
using StoryBot.Testing.Waiting;

namespace StoryBot.Sockets.Tests.Discord;

public sealed class ShardWatchTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ShardWatch _watch;

    public ShardWatchTests() => _watch = new ShardWatch(_clock);

    [Fact]
    public void Shard_ThatComesBackInTime_EndsNothing()
    {
        _watch.Disconnected(0, new TimeoutException());
        _clock.Advance(TimeSpan.FromSeconds(179));

        _watch.Connected(0);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.False(End.IsCompleted);
    }

    [Fact]
    public async Task Shard_ThatStaysAway_EndsTheClientAfterThreeMinutesWithTheFirstReason()
    {
        var fault = new TimeoutException("the first");
        _watch.Disconnected(0, fault);
        _clock.Advance(TimeSpan.FromMinutes(2));
        _watch.Disconnected(0, new TimeoutException("an attempt"));
        Assert.False(End.IsCompleted);

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Same(fault, await End.Within());
    }

    [Fact]
    public async Task Shard_ThatStaysAway_IsNotMadeGoodByAnother()
    {
        _watch.Disconnected(0, fault: null);
        _watch.Disconnected(1, fault: null);
        _watch.Connected(1);

        _clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Null(await End.Within());
    }

    [Fact]
    public void Shard_LostAgainAfterItsReturn_HasItsThreeMinutesAgain()
    {
        _watch.Disconnected(0, fault: null);
        _clock.Advance(TimeSpan.FromMinutes(2));
        _watch.Connected(0);
        _watch.Disconnected(0, fault: null);

        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.False(End.IsCompleted);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4006)]
    [InlineData(4014)]
    public async Task Shard_TurnedAwayForGood_EndsTheClientAtOnce(int code)
    {
        var fault = new InvalidOperationException("WebSocket connection was closed", new WebSocketClosedException(code));

        _watch.Disconnected(0, fault);

        Assert.Same(fault, await End.Within());
    }

    [Fact]
    public void Shard_ClosedForNow_IsWaitedFor()
    {
        _watch.Disconnected(0, new WebSocketClosedException(4000));

        Assert.False(End.IsCompleted);
    }

    [Fact]
    public void Watch_ThatIsOver_EndsNothingLater()
    {
        _watch.Disconnected(0, fault: null);
        _watch.Dispose();

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.False(End.IsCompleted);
    }

    public void Dispose() => _watch.Dispose();

    private Task<Exception?> End => _watch.EndAsync(TestContext.Current.CancellationToken);
}
