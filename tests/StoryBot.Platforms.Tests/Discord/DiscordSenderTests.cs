using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Platforms.Discord;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Waiting;

namespace StoryBot.Platforms.Tests.Discord;

public sealed class DiscordSenderTests
{
    private readonly HurriedClock _clock = new();

    [Fact]
    public async Task Reply_ForTheAsker_TakesThePlaceOfThePlaceholder()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Asker, "It rose."), "k", Ct);

        var message = Assert.Single(bot.Discord.Messages);
        Assert.Equal(("It rose.", true, false), (message.Text, message.IsEphemeral, message.IsLoading));
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task LongReply_ForTheAsker_GoesOnInFollowUpsThatOnlyTheySee()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Asker, Long), "k", Ct);

        var messages = bot.Discord.Messages;
        Assert.InRange(messages.Count, 2, 4);
        Assert.All(messages, message => Assert.True(message.IsEphemeral));
        Assert.StartsWith("Sentence 0 ", messages[0].Text, StringComparison.Ordinal);
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task Reply_ForEveryone_ConfirmsToTheAskerAndIsSeenByAll()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Everyone, "It rose."), "k", Ct);

        Assert.Equal([("Shared with the channel.", true), ("It rose.", false)], bot.Discord.Messages.Select(message => (message.Text, message.IsEphemeral)));
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task SecondReply_ToTheSameInteraction_DoesNotWriteOverTheFirst()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Asker, "First."), "k1", Ct);
        await bot.Sender.SendAsync(to, Note(ReplyAudience.Asker, "Second."), "k2", Ct);

        Assert.Equal([("First.", true), ("Second.", true)], bot.Discord.Messages.Select(message => (message.Text, message.IsEphemeral)));
    }

    [Fact]
    public async Task Message_ToAChannel_RepliesAndHasANonceThatIsEnforced()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = Channel(bot) with { Message = bot.Discord.Ids.Next() };

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Everyone, "It rose."), new string('k', 20), Ct);

        var call = Assert.Single(bot.Discord.Calls, call => call.Method == "post");
        Assert.Equal(new string('k', 20) + "-0", call.Fields["nonce"]!.GetValue<string>());
        Assert.True(call.Fields["enforce_nonce"]!.GetValue<bool>());
        Assert.Equal(to.Message, Assert.Single(bot.Discord.Messages).Answers);
        Assert.Empty(call.Fields["allowed_mentions"]!["parse"]!.AsArray());
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task LongMessage_ToAChannel_RepliesWithItsFirstPartAlone()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = Channel(bot) with { Message = bot.Discord.Ids.Next() };

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Everyone, Long), "k", Ct);

        Assert.InRange(bot.Discord.Messages.Count, 2, 4);
        Assert.Equal(to.Message, bot.Discord.Messages[0].Answers);
        Assert.All(bot.Discord.Messages.Skip(1), message => Assert.Null(message.Answers));
    }

    [Fact]
    public async Task Message_ToAChannelWhoseHistoryIsClosed_ComesOnceAndNotAsAReply()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = Channel(bot) with { Message = bot.Discord.Ids.Next() };
        bot.Discord.Add(new FakeChannel(to.Channel, to.Workspace) { BotReads = false });

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Everyone, "It rose."), "k", Ct);

        var message = Assert.Single(bot.Discord.Messages);
        Assert.Equal(("It rose.", null), (message.Text, message.Answers));
        Assert.Contains(bot.Logs.Lines, line => line.Contains("Read Message History", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_OfAThread_GoesToTheThread()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = Channel(bot);
        var thread = bot.Discord.Add(new FakeChannel(bot.Discord.Ids.Next(), to.Workspace) { Type = 11, Parent = to.Channel });

        await bot.Sender.SendAsync(to with { Thread = thread.Id }, Note(ReplyAudience.Everyone, "It rose."), "k", Ct);

        Assert.Equal(thread.Id, Assert.Single(bot.Discord.Messages).Channel);
    }

    [Fact]
    public async Task Messages_ToOneChannel_KeepTheirOrderAcrossItsRateLimit()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = Channel(bot);

        await Task.WhenAll(Enumerable.Range(0, 17).Select(number => bot.Sender.SendAsync(to, Note(ReplyAudience.Everyone, $"Number {number}."), $"k{number}", Ct)));

        Assert.Equal(Enumerable.Range(0, 17).Select(number => $"Number {number}."), bot.Discord.Messages.Select(message => message.Text));
        Assert.DoesNotContain(bot.Discord.Answers, pair => pair.Answer.Status == 429);
        Assert.NotEmpty(_clock.Waits);
    }

    [Fact]
    public async Task Messages_ToManyChannels_AllArriveUnderTheLimitOverAllCalls()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var places = Enumerable.Range(0, 120).Select(_ => Channel(bot)).ToList();

        await Task.WhenAll(places.Select((to, number) => bot.Sender.SendAsync(to, Note(ReplyAudience.Everyone, "It rose."), $"k{number}", Ct)));

        Assert.Equal(places.Select(to => to.Channel).Order(), bot.Discord.Messages.Select(message => message.Channel).Order());
    }

    [Fact]
    public async Task Token_Over_SendsWhatOnlyTheAskerMaySeeAsADirectMessage()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);
        _clock.Advance(TimeSpan.FromMinutes(16));

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Asker, "It rose."), "k", Ct);

        var message = bot.Discord.Messages[^1];
        Assert.Equal("It rose.", message.Text);
        Assert.NotEqual(to.Channel, message.Channel);
        Assert.DoesNotContain(bot.Discord.Messages, other => other.Channel == to.Channel && !other.IsEphemeral);
    }

    [Fact]
    public async Task Token_Over_SendsWhatEveryoneMaySeeToTheChannel()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);
        _clock.Advance(TimeSpan.FromMinutes(16));

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Everyone, "It rose."), "k", Ct);

        Assert.Contains(bot.Discord.Messages, message => message.Channel == to.Channel && message.Text == "It rose." && !message.IsEphemeral);
    }

    [Fact]
    public async Task Token_ThatDiscordNoLongerKnows_FallsBackAsWell()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);
        bot.Discord.Faults.Add(new DiscordFault.Refused(401, 50027, "Invalid Webhook Token"), when: call => call.IsOfInteraction);

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Asker, "It rose."), "k", Ct);

        Assert.Equal("It rose.", bot.Discord.Messages[^1].Text);
        Assert.NotEqual(to.Channel, bot.Discord.Messages[^1].Channel);
    }

    [Fact]
    public async Task Token_ThatDiscordDoesNotKnowYet_IsTriedAgain()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);
        bot.Discord.Faults.Add(new DiscordFault.Refused(404, 10015, "Unknown Webhook"), times: 3);

        await bot.Sender.SendAsync(to, Note(ReplyAudience.Asker, "It rose."), "k", Ct);

        Assert.Equal("It rose.", Assert.Single(bot.Discord.Messages).Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reply_ThatMayHaveBeenSent_IsLookedForBeforeItIsSentAgain(bool byToken)
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = byToken ? await AskAsync(bot) : Channel(bot);
        await bot.Sender.SendAsync(to, Note(ReplyAudience.Everyone, "It rose."), "k", Ct);
        _clock.Advance(TimeSpan.FromMinutes(6));

        await bot.Sender.SendAsync(to with { MayHaveBeenSent = true }, Note(ReplyAudience.Everyone, "It rose."), "k", Ct);
        await bot.Sender.SendAsync(to with { MayHaveBeenSent = true }, Note(ReplyAudience.Everyone, "It fell."), "k2", Ct);

        Assert.Equal(["It rose.", "It fell."], bot.Discord.Messages.Where(message => !message.IsEphemeral).Select(message => message.Text));
    }

    [Fact]
    public async Task Post_ThatSaysTheSameAsAnOlderOne_IsNotTakenForIt()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = Channel(bot) with { IsUnprompted = true, MadeAt = _clock.GetUtcNow() };
        await bot.Sender.SendAsync(to, Note(ReplyAudience.Everyone, "Nothing has changed."), "k1", Ct);
        _clock.Advance(TimeSpan.FromDays(1));
        var next = to with { MadeAt = _clock.GetUtcNow(), MayHaveBeenSent = true };

        await bot.Sender.SendAsync(next, Note(ReplyAudience.Everyone, "Nothing has changed."), "k2", Ct);
        _clock.Advance(TimeSpan.FromMinutes(6));
        await bot.Sender.SendAsync(next, Note(ReplyAudience.Everyone, "Nothing has changed."), "k2", Ct);

        Assert.Equal(2, bot.Discord.Messages.Count);
    }

    [Fact]
    public async Task Working_OnAQuestion_ShowsThatItIsWriting()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = Channel(bot);

        await bot.Sender.ShowWorkingAsync(to, Ct);
        await bot.Sender.ShowWorkingAsync(await AskAsync(bot), Ct);

        Assert.Equal($"/channels/{to.Channel}/typing", Assert.Single(bot.Discord.Calls, call => call.Template.EndsWith("typing", StringComparison.Ordinal)).Path);
    }

    [Fact]
    public async Task Working_InAChannelThatIsGone_FailsSilently()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);

        await bot.Sender.ShowWorkingAsync(new ReplyAddress(DiscordEventTranslator.Platform, "1"), Ct);

        Assert.Single(bot.Discord.Calls, call => call.Template.EndsWith("typing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Picture_OfAReply_GoesAlongAsAFileThatTheEmbedShows()
    {
        await using var bot = await DiscordBot.StartAsync(_clock);
        var to = await AskAsync(bot);
        var picture = new ReplyBlock.Image(new byte[] { 1, 2, 3 }, "a chart.png", "Three bars: 1, 2 and 3.");

        await bot.Sender.SendAsync(to, new ChatReply(ReplyAudience.Asker, [new ReplyBlock.Note("Figures."), picture]), "k", Ct);

        var message = Assert.Single(bot.Discord.Messages);
        Assert.Equal([1, 2, 3], Assert.Single(message.Files).Bytes.ToArray());
        var attachment = Assert.Single(message.Json["attachments"]!.AsArray());
        Assert.Equal("Three bars: 1, 2 and 3.", attachment!["description"]!.GetValue<string>());
        Assert.Equal(attachment["url"]!.GetValue<string>(), message.Json["embeds"]![0]!["image"]!["url"]!.GetValue<string>());
        Assert.Empty(bot.Discord.Violations);
    }

    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 400).Select(number => $"Sentence {number} says something of some length."));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ChatReply Note(ReplyAudience audience, string text) => ChatReply.Note(audience, text);

    private static async Task<ReplyAddress> AskAsync(DiscordBot bot)
    {
        await bot.TellAsync(bot.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "What happened?")));
        return bot.Inbox.Events[^1].ReplyTo;
    }

    private static ReplyAddress Channel(DiscordBot bot)
    {
        var channel = bot.Discord.Add(new FakeChannel(bot.Discord.Ids.Next(), "600000000000000001"));
        return new ReplyAddress(DiscordEventTranslator.Platform, channel.Id) { Workspace = channel.Guild! };
    }
}
