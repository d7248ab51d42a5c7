using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Platforms.Discord;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Waiting;

namespace StoryBot.Platforms.Tests.Discord;

/// <summary>What the way out makes of everything that goes wrong on the other side.</summary>
public sealed class DiscordFaultTests
{
    private readonly HurriedClock _clock = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ConnectionBreaking_AroundAChannelMessage_PostsItOnce(bool afterCommit)
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        bot.Discord.Faults.Add(new DiscordFault.Reset(afterCommit), when: IsMessage);

        await SendAsync(bot, Channel(bot));

        Assert.Single(bot.Discord.Messages);
        Assert.Equal(2, bot.Discord.Calls.Count(IsMessage));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ConnectionBreaking_AroundASharedReply_PostsItOnce(bool afterCommit)
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);
        bot.Discord.Faults.Add(new DiscordFault.Reset(afterCommit), when: call => call is { Method: "post", IsOfInteraction: true });

        await SendAsync(bot, to);

        Assert.Single(bot.Discord.Messages, message => message is { IsEphemeral: false, Text: "It rose." });
    }

    [Fact]
    public async Task ConnectionBreaking_AfterASharedReply_WhereTheBotMayNotLook_PostsItOnce()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot, InteractionPlace.Foreign);
        bot.Discord.Faults.Add(new DiscordFault.Reset(AfterCommit: true), when: call => call is { Method: "post", IsOfInteraction: true });

        await SendAsync(bot, to);

        Assert.Single(bot.Discord.Messages, message => message is { IsEphemeral: false, Text: "It rose." });
    }

    [Fact]
    public async Task ServerFaults_InARow_AreWaitedOutLongerEachTime()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        bot.Discord.Faults.Add(new DiscordFault.Status(502), times: 5, when: IsMessage);
        var waitsBefore = _clock.Waits.Count;

        await SendAsync(bot, Channel(bot));

        Assert.Single(bot.Discord.Messages);
        var waits = _clock.Waits.Skip(waitsBefore).ToList();
        Assert.Equal(5, waits.Count);
        Assert.All(waits.Zip(waits.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task ServerFaults_WithoutEnd_AreGivenUpAfterABoundedNumberOfCalls(int status)
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        bot.Discord.Faults.Add(new DiscordFault.Status(status), times: 1000, when: IsMessage);

        var failure = await Assert.ThrowsAsync<ChatSendException>(() => SendAsync(bot, Channel(bot)));

        Assert.False(failure.IsFinal);
        Assert.Equal(8, bot.Discord.Calls.Count(IsMessage));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refusal_AsOneCallTooMany_IsWaitedOut(bool withHeaders)
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        bot.Discord.Faults.Add(new DiscordFault.RateLimited(2.5, withHeaders), times: 3, when: IsMessage);
        var before = _clock.GetUtcNow();

        await SendAsync(bot, Channel(bot));

        Assert.Single(bot.Discord.Messages);
        Assert.Equal(4, bot.Discord.Calls.Count(IsMessage));
        Assert.True(_clock.GetUtcNow() - before >= TimeSpan.FromSeconds(7.5));
    }

    [Fact]
    public async Task Refusal_WithAWaitOfNothing_StillWaits()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        bot.Discord.Faults.Add(new DiscordFault.RateLimited(0, WithHeaders: false), times: 4, when: IsMessage);
        var before = _clock.GetUtcNow();

        await SendAsync(bot, Channel(bot));

        Assert.True(_clock.GetUtcNow() - before >= TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(null, 5)]
    public async Task Refusal_ByTheNetworkBeforeDiscord_HoldsBackEverything(int? retryAfter, int seconds)
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        bot.Discord.Faults.Add(new DiscordFault.Blocked(retryAfter), when: IsMessage);
        var before = _clock.GetUtcNow();

        await SendAsync(bot, Channel(bot));

        Assert.Single(bot.Discord.Messages);
        Assert.Equal(TimeSpan.FromSeconds(seconds), _clock.GetUtcNow() - before);
    }

    [Fact]
    public async Task Refusal_OverAllCalls_HoldsBackOtherChannelsButNotInteractions()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var asked = await AskAsync(bot);
        var refused = Channel(bot);
        bot.Discord.Faults.Add(new DiscordFault.RateLimited(30, IsGlobal: true), when: IsMessage);
        var before = _clock.GetUtcNow();

        await SendAsync(bot, refused);
        await bot.Sender.SendAsync(asked, ChatReply.Note(ReplyAudience.Asker, "It fell."), "i", Ct);
        await SendAsync(bot, Channel(bot));

        Assert.Equal(before + TimeSpan.FromSeconds(30), _clock.GetUtcNow());
        Assert.Equal(3, bot.Discord.Messages.Count);
    }

    [Fact]
    public async Task Refusal_LongerThanTheReplyIsWorth_IsNotWaitedOut()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        bot.Discord.Faults.Add(new DiscordFault.RateLimited(3600), when: IsMessage);

        var failure = await Assert.ThrowsAsync<ChatSendException>(() => SendAsync(bot, Channel(bot)));

        Assert.False(failure.IsFinal);
        Assert.Contains("rate limit", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, 0, "Discord:BotToken", true)]
    [InlineData(403, 50001, "View Channel", true)]
    [InlineData(403, 50013, "Send Messages", true)]
    [InlineData(403, 50007, "direct messages", true)]
    [InlineData(403, 50025, "applications.commands", true)]
    [InlineData(404, 10003, "deleted", true)]
    [InlineData(403, 0, "View Channel", true)]
    [InlineData(400, 50035, "report", true)]
    [InlineData(400, 50083, "archived", true)]
    [InlineData(400, 200000, "AutoMod", true)]
    [InlineData(429, 20028, "slow mode", false)]
    public async Task Refusal_OfAMessage_SaysWhyAndWhereToChangeIt(int status, int code, string words, bool isFinal)
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        bot.Discord.Faults.Add(new DiscordFault.Refused(status, code, "No"), times: 10_000, when: IsMessage);

        var failure = await Assert.ThrowsAsync<ChatSendException>(() => SendAsync(bot, Channel(bot)));

        Assert.Contains(words, failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(isFinal, failure.IsFinal);
    }

    [Fact]
    public async Task Discord_OutOfReach_IsToldWithWhereToLook()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = Channel(bot);
        await bot.Discord.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ChatSendException>(() => SendAsync(bot, to));

        Assert.False(failure.IsFinal);
        Assert.Contains("Discord:ApiUrl", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_WhereDiscordRefusesIt_TellsTheAsker()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);
        bot.Discord.Faults.Add(new DiscordFault.Refused(403, 50013, "Missing Permissions"), when: call => call is { Method: "post", IsOfInteraction: true });

        await Assert.ThrowsAsync<ChatSendException>(() => SendAsync(bot, to));

        var told = Assert.Single(bot.Discord.Messages);
        Assert.True(told.IsEphemeral);
        Assert.Contains("could not share", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_OfEverythingThatGoesWrong_HoldNoTokenAndNoText()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);
        bot.Discord.Faults.Add(new DiscordFault.Status(502), times: 2);
        bot.Discord.Faults.Add(new DiscordFault.RateLimited(1), times: 2);
        bot.Discord.Faults.Add(new DiscordFault.Blocked(1));
        bot.Discord.Faults.Add(new DiscordFault.Reset(AfterCommit: true), times: 2);
        await SendAsync(bot, to);
        bot.Discord.Faults.Add(new DiscordFault.Refused(401, 50027, "Invalid Webhook Token"), when: call => call.IsOfInteraction);
        await SendAsync(bot, await AskAsync(bot));

        var logs = string.Join('\n', bot.Logs.Lines);
        Assert.Contains("3111", logs, StringComparison.Ordinal);
        Assert.Contains("3121", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(to.ResponseToken!, logs, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Discord.BotToken, logs, StringComparison.Ordinal);
        Assert.DoesNotContain("It rose", logs, StringComparison.Ordinal);
        Assert.DoesNotContain("What happened", logs, StringComparison.Ordinal);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static bool IsMessage(DiscordCall call) => call is { Method: "post", Template: "/channels/{channel_id}/messages" };

    private static Task SendAsync(DiscordBot bot, ReplyAddress to) => bot.Sender.SendAsync(to, ChatReply.Note(ReplyAudience.Everyone, "It rose."), "k", Ct);

    private static async Task<ReplyAddress> AskAsync(DiscordBot bot, InteractionPlace? place = null)
    {
        await bot.TellAsync(bot.Payloads.Slash(place ?? InteractionPlace.Server, "ask", ("question", "What happened?")));
        return bot.Inbox.Events[^1].ReplyTo;
    }

    private static ReplyAddress Channel(DiscordBot bot)
    {
        var channel = bot.Discord.Add(new FakeChannel(bot.Discord.Ids.Next(), "600000000000000001"));
        return new ReplyAddress(DiscordEventTranslator.Platform, channel.Id) { Workspace = channel.Guild! };
    }
}
