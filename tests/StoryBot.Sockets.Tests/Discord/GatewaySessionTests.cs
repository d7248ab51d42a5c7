using StoryBot.Core.Chat.Events;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Discord.Gateway;

namespace StoryBot.Sockets.Tests.Discord;

/// <summary>What becomes of a session that Discord ends, of one that went quiet, and of several beside each other.</summary>
public sealed class GatewaySessionTests
{
    // The server of the other shard of two: its number is the id without its last 22 bits.
    private const string OtherGuild = "600000000004194305";
    private const string OtherChannel = "800000000000000030";

    [Fact]
    public async Task Session_ThatCannotBeResumed_IsBegunAnew()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        await bot.Gateway.InvalidateAsync(canResume: false);
        await bot.Gateway.Connected.NthAsync(2);
        await bot.WriteAsync(InteractionPlace.Direct, "After");

        await AcceptedAsync(bot, "After");
        Assert.Equal(2, Count(bot, GatewayFrame.Identify));
        Assert.Equal(2, bot.Gateway.Connected.Items.Distinct().Count());
    }

    [Fact]
    public async Task Session_ForgottenWhileTheConnectionWasLost_IsBegunAnew()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        bot.Gateway.Abort();
        bot.Gateway.Forget();
        await bot.Gateway.Connected.NthAsync(2);
        await bot.WriteAsync(InteractionPlace.Direct, "After");

        await AcceptedAsync(bot, "After");
        Assert.Equal((2, 1), (Count(bot, GatewayFrame.Identify), Count(bot, GatewayFrame.Resume)));
    }

    [Fact]
    public async Task Session_ThatCanBeResumed_IsResumedAndNothingIsLost()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        await bot.Gateway.InvalidateAsync(canResume: true);
        await bot.WriteAsync(InteractionPlace.Direct, "Meanwhile");

        await AcceptedAsync(bot, "Meanwhile");
        Assert.Equal((1, 1), (Count(bot, GatewayFrame.Identify), Count(bot, GatewayFrame.Resume)));
    }

    [Fact]
    public async Task Session_ThatTheSdkGivesUp_GetsANewClient()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        await bot.Gateway.CloseAsync(4006);
        await bot.Gateway.Connected.NthAsync(2);
        await bot.WriteAsync(InteractionPlace.Direct, "After");

        await AcceptedAsync(bot, "After");
        Assert.Equal(2, Count(bot, GatewayFrame.Identify));
    }

    [Fact]
    public async Task Heartbeats_ThatAreNotAcknowledged_MakeTheBotConnectAgain()
    {
        var driver = new GatewayDriver();
        driver.Gateway.HeartbeatInterval = TimeSpan.FromMilliseconds(300);
        await using var bot = await driver.ConnectAsync();

        bot.Gateway.AcknowledgesHeartbeats = false;
        await bot.Gateway.Received.FirstAsync(frame => frame.Op == GatewayFrame.Resume);
        bot.Gateway.AcknowledgesHeartbeats = true;
        await bot.WriteAsync(InteractionPlace.Direct, "After");

        await AcceptedAsync(bot, "After");
        Assert.Equal(1, Count(bot, GatewayFrame.Identify));
    }

    [Fact]
    public async Task Shards_OfOneProcess_EachBringTheirServers()
    {
        await using var bot = await TwoShardsAsync();

        await bot.WriteAsync(InteractionPlace.Server, $"<@{FakeDiscord.ApplicationId}> here");
        await bot.WriteAsync(InteractionPlace.Server with { Guild = OtherGuild, Channel = OtherChannel }, $"<@{FakeDiscord.ApplicationId}> there");
        await bot.WriteAsync(InteractionPlace.Direct, "Between us");

        await AcceptedAsync(bot, "here");
        await AcceptedAsync(bot, "there");
        await AcceptedAsync(bot, "Between us");
        Assert.Equal([(0, 2), (1, 2)], bot.Gateway.Connected.Items.Select(session => (session.Shard, session.Shards)).Order());
    }

    [Fact]
    public async Task Shards_OneOfWhichIsDropped_KeepTheOther()
    {
        await using var bot = await TwoShardsAsync();

        bot.Gateway.Abort(shard: 1);
        await bot.WriteAsync(InteractionPlace.Direct, "On the first");
        await bot.WriteAsync(InteractionPlace.Server with { Guild = OtherGuild, Channel = OtherChannel }, $"<@{FakeDiscord.ApplicationId}> on the second");

        await AcceptedAsync(bot, "On the first");
        await AcceptedAsync(bot, "on the second");
        Assert.Equal(2, Count(bot, GatewayFrame.Identify));
        Assert.Equal([0, 1, 1], bot.Gateway.Connected.Items.Select(session => session.Shard).Order());
    }

    private static Task<GatewayDriver> TwoShardsAsync()
    {
        var driver = new GatewayDriver().With("Discord:ShardCount", "2");
        driver.Gateway.Guilds = [.. driver.Gateway.Guilds, new FakeGuild(OtherGuild, [OtherChannel])];
        return driver.ConnectAsync();
    }

    private static Task<ChatEvent> AcceptedAsync(GatewayDriver bot, string text) => bot.Inbox.Accepted.FirstAsync(taken => taken.Request == new ChatRequest.Message(text));

    private static int Count(GatewayDriver bot, int op) => bot.Gateway.Received.Items.Count(frame => frame.Op == op);
}
