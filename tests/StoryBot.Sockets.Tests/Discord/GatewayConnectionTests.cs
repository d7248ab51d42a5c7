using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat.Events;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Discord.Gateway;

namespace StoryBot.Sockets.Tests.Discord;

public sealed class GatewayConnectionTests
{
    [Fact]
    public async Task Connection_ThatIsDropped_IsResumedAndNothingIsLost()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        bot.Gateway.Abort();
        await bot.WriteAsync(InteractionPlace.Direct, "While you were away");

        await bot.Inbox.Accepted.FirstAsync(taken => taken.Request == new ChatRequest.Message("While you were away"));
        Assert.Single(bot.Gateway.Received.Items, frame => frame.Op == GatewayFrame.Identify);
        Assert.Single(bot.Gateway.Received.Items, frame => frame.Op == GatewayFrame.Resume);
    }

    [Fact]
    public async Task Reconnect_AskedFor_IsAResume()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        await bot.Gateway.AskToReconnectAsync();
        await bot.Gateway.Connected.NthAsync(2);
        await bot.WriteAsync(InteractionPlace.Direct, "After");

        await bot.Inbox.Accepted.NthAsync(1);
        Assert.Single(bot.Gateway.Connected.Items.Distinct());
    }

    [Fact]
    public async Task Token_ThatIsWrong_IsSaidOnceWithTheKeyAndWhereToGetOne()
    {
        await using var bot = await new GatewayDriver().With("Discord:BotToken", "wrong-token").StartAsync();

        var line = await bot.Log.Lines.FirstAsync(line => line.Message.Contains("stays down", StringComparison.Ordinal));

        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Contains("Discord:BotToken", line.Message, StringComparison.Ordinal);
        Assert.Contains("Reset Token", bot.Status.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Log.Lines.Items, line => line.Message.Contains("wrong-token", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4004, "Discord:BotToken")]
    [InlineData(4014, "Privileged Gateway Intents")]
    [InlineData(4011, "Discord:ShardCount")]
    public async Task Connection_TurnedAwayForGood_IsSaidOnceAndNotTriedAgain(int code, string expected)
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        await bot.Gateway.CloseAsync(code);
        var line = await bot.Log.Lines.FirstAsync(line => line.Message.Contains("stays down", StringComparison.Ordinal));

        Assert.Contains(expected, line.Message, StringComparison.Ordinal);
        Assert.Contains(expected, bot.Status.Description, StringComparison.Ordinal);
        Assert.Single(bot.Gateway.Connected.Items);
    }

    [Fact]
    public async Task Gateway_ThatIsDownAtTheStart_IsTriedAgain()
    {
        await using var bot = await new GatewayDriver().ConnectAsync(discord =>
            discord.Faults.Add(new DiscordFault.Status(502), times: 1, call => call.Path.EndsWith("/gateway/bot", StringComparison.Ordinal)));

        Assert.True(bot.Status.IsConnected);
        Assert.Contains(bot.Log.Lines.Items, line => line.Message.Contains("503", StringComparison.Ordinal));
        Assert.Equal(2, bot.Discord.Calls.Count(call => call.Path.EndsWith("/gateway/bot", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Shards_OfThisProcess_AreTheOnesThatAreNamed()
    {
        await using var bot = await new GatewayDriver().With("Discord:ShardCount", "4").With("Discord:Shards", "2").ConnectAsync();

        var session = Assert.Single(bot.Gateway.Connected.Items);
        Assert.Equal((2, 4), (session.Shard, session.Shards));
    }
}
