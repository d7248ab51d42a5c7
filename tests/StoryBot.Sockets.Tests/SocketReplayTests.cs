using StoryBot.Platforms.Discord;
using StoryBot.Platforms.Slack;
using StoryBot.Sockets.Discord;
using StoryBot.Sockets.Slack;
using StoryBot.Testing.Chat.Replay;
using StoryBot.Testing.Waiting;

namespace StoryBot.Sockets.Tests;

public sealed class SocketReplayTests
{
    private static readonly ReplayPlan Plan = new(Events: 400, Redelivered: 0.2, DropEvery: 50);

    [Fact]
    public async Task Gateway_DroppedAgainAndAgain_AnswersEveryEventOnce()
    {
        await using var replay = await DiscordReplay.CreateAsync(new HurriedClock());
        await replay.StartAsync(bot =>
        {
            bot.Services.AddDiscord(bot.Configuration);
            new DiscordGatewayModule().AddTo(bot.Services);
        });

        var result = await replay.RunAsync(Plan);

        AssertAnsweredOnce(result);
    }

    [Fact]
    public async Task SocketMode_DroppedAgainAndAgain_AnswersEveryEventOnce()
    {
        await using var replay = await SlackReplay.CreateAsync(sockets: 1);
        await replay.StartAsync(bot =>
        {
            bot.Services.AddSlack(bot.Configuration);
            new SlackSocketModule().AddTo(bot.Services);
        });

        var result = await replay.RunAsync(Plan);

        AssertAnsweredOnce(result);
    }

    private static void AssertAnsweredOnce(ReplayResult result)
    {
        Assert.Equal((0, 0), (result.Silent, result.AnsweredTwice));
        Assert.InRange(result.Deliveries, 450, 520);
        Assert.Equal((7, 8), (result.Drops, result.Connections));
    }
}
