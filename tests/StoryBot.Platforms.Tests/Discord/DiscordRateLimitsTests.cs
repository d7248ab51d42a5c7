using StoryBot.Platforms.Discord;
using StoryBot.Testing.Waiting;

namespace StoryBot.Platforms.Tests.Discord;

public sealed class DiscordRateLimitsTests
{
    private readonly HurriedClock _clock = new();
    private readonly DiscordRateLimits _limits;

    public DiscordRateLimitsTests() => _limits = new DiscordRateLimits(_clock);

    [Fact]
    public async Task Calls_OfTheBot_AreFiftyASecondAtMost()
    {
        var times = new List<DateTimeOffset>();
        for (var channel = 0; channel < 175; channel++)
        {
            using (await EnterAsync(DiscordRequest.Typing($"{channel}")))
            {
                times.Add(_clock.GetUtcNow());
            }
        }

        Assert.All(times, time => Assert.InRange(times.Count(other => other >= time && other < time + TimeSpan.FromSeconds(1)), 1, 50));
        Assert.Equal(TimeSpan.FromSeconds(3), times[^1] - times[0]);
    }

    [Fact]
    public async Task Calls_OfInteractions_AreNotCounted()
    {
        for (var token = 0; token < 200; token++)
        {
            using (await EnterAsync(FollowUp($"{token}")))
            {
            }
        }

        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task Block_OfTheBot_HoldsItsCallsAndNoInteractions()
    {
        var request = DiscordRequest.Typing("1");
        using (var turn = await EnterAsync(request))
        {
            _limits.Block(request, turn, TimeSpan.FromSeconds(30), BlockScope.Bot);
        }

        using (await EnterAsync(FollowUp("token")))
        {
            Assert.Empty(_clock.Waits);
        }

        using (await EnterAsync(DiscordRequest.Typing("2")))
        {
            Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(_clock.Waits));
        }
    }

    [Fact]
    public async Task Block_OfEverything_HoldsInteractionsAsWell()
    {
        var request = DiscordRequest.Typing("1");
        using (var turn = await EnterAsync(request))
        {
            _limits.Block(request, turn, TimeSpan.FromSeconds(30), BlockScope.Everything);
        }

        using (await EnterAsync(FollowUp("token")))
        {
            Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(_clock.Waits));
        }
    }

    [Fact]
    public async Task Limit_UsedUp_HoldsTheRoutesThatShareIt()
    {
        await CallAsync(DiscordRequest.Typing("1"), new DiscordLimitHeaders("shared", 1, TimeSpan.FromSeconds(9)));
        await CallAsync(DiscordRequest.CreateMessage("1", new DiscordMessage()), new DiscordLimitHeaders("shared", 0, TimeSpan.FromSeconds(9)));

        using (await EnterAsync(DiscordRequest.Typing("2")))
        {
            Assert.Empty(_clock.Waits);
        }

        using (await EnterAsync(DiscordRequest.Typing("1")))
        {
            Assert.Equal(TimeSpan.FromSeconds(9), Assert.Single(_clock.Waits));
        }
    }

    [Fact]
    public async Task Limit_WithoutHeaders_LetsTheNextCallThrough()
    {
        await CallAsync(DiscordRequest.Typing("1"), new DiscordLimitHeaders(null, null, null));
        await CallAsync(DiscordRequest.Typing("1"), new DiscordLimitHeaders(null, null, null));

        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task Limit_LongerThanTheCallIsWorth_IsNotWaitedFor()
    {
        await CallAsync(DiscordRequest.Typing("1"), new DiscordLimitHeaders("one", 0, TimeSpan.FromMinutes(20)));

        await Assert.ThrowsAsync<DiscordException>(() =>
            _limits.EnterAsync(DiscordRequest.Typing("1"), _clock.GetUtcNow() + TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Limits_OfTokensThatAreOver_AreForgotten()
    {
        for (var token = 0; token < 5000; token++)
        {
            await CallAsync(FollowUp($"{token}"), new DiscordLimitHeaders("hook", 4, TimeSpan.FromSeconds(2)));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(_limits.Count, 1, 2500);
    }

    private static DiscordRequest FollowUp(string token) => DiscordRequest.FollowUp("1", token, new DiscordMessage());

    private async Task CallAsync(DiscordRequest request, DiscordLimitHeaders headers)
    {
        using var turn = await EnterAsync(request);
        _limits.Note(request, turn, headers);
    }

    private Task<DiscordRateLimits.Turn> EnterAsync(DiscordRequest request) =>
        _limits.EnterAsync(request, DateTimeOffset.MaxValue, TestContext.Current.CancellationToken);
}
