using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat.Events;
using StoryBot.Sockets.Slack;
using StoryBot.Testing.Slack;

namespace StoryBot.Sockets.Tests.Slack;

public sealed class SocketModeTests
{
    [Fact]
    public async Task Start_ByDefault_OpensTwoSocketsApart()
    {
        await using var bot = await new SocketDriver().ConnectAsync();

        Assert.Equal(2, bot.Sockets.OpenSockets);
        Assert.Contains(TimeSpan.FromSeconds(10), bot.Clock.Waits);
        Assert.True(bot.Status.IsConnected);
    }

    [Fact]
    public async Task DirectMessage_OfAPerson_IsStoredThenAcknowledged()
    {
        await using var bot = await new SocketDriver().ConnectAsync();
        var gate = new TaskCompletionSource();
        bot.Inbox.Gate = gate.Task;

        var delivery = bot.Sockets.DeliverAsync(bot.Event(SocketDriver.Message("What did R1 cost?"), "Ev42"));
        await bot.Inbox.Offered.NthAsync(1);

        Assert.Empty(bot.Sockets.Acknowledged.Items);
        gate.SetResult();
        Assert.True(await delivery);
        var taken = await bot.Inbox.Accepted.NthAsync(1);
        Assert.Equal("slack:Ev42", taken.Id.ToString());
        Assert.Equal(new ChatRequest.Message("What did R1 cost?"), taken.Request);
        Assert.Null(Assert.Single(bot.Sockets.Acknowledged.Items).Payload);
    }

    [Fact]
    public async Task Mention_InAChannel_IsAQuestionWithoutTheName()
    {
        await using var bot = await new SocketDriver().ConnectAsync();
        var mention = SocketDriver.Message($"<@{FakeSlack.BotUser}> and the Nasdaq?", FakeSlack.General);
        mention["type"] = "app_mention";

        await bot.Sockets.DeliverAsync(bot.Event(mention));

        var taken = await bot.Inbox.Accepted.NthAsync(1);
        Assert.Equal(new ChatRequest.Message("and the Nasdaq?"), taken.Request);
        Assert.Equal("1738000000.000100", taken.Conversation.Thread);
    }

    [Fact]
    public async Task OwnMessages_AndThoseOfOtherBots_AreAcknowledgedAndPassedOver()
    {
        await using var bot = await new SocketDriver().ConnectAsync();
        var other = SocketDriver.Message($"<@{FakeSlack.BotUser}> ping", FakeSlack.General);
        other["type"] = "app_mention";
        other["bot_id"] = "B0OTHER";

        Assert.True(await bot.Sockets.DeliverAsync(bot.Event(SocketDriver.Message("An answer.", person: FakeSlack.BotUser))));
        Assert.True(await bot.Sockets.DeliverAsync(bot.Event(other)));

        Assert.Empty(bot.Inbox.Offered.Items);
    }

    [Fact]
    public async Task SlashCommand_Typed_IsACommand()
    {
        await using var bot = await new SocketDriver().ConnectAsync();
        var fields = SlackPayloads.Command("/story", "quotes Altman", SocketDriver.Person, FakeSlack.General, "http://127.0.0.1/response/1", "trigger-1");

        Assert.True(await bot.Sockets.SendAsync("slash_commands", new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)))));

        var taken = await bot.Inbox.Accepted.NthAsync(1);
        var request = Assert.IsType<ChatRequest.Command>(taken.Request);
        Assert.Equal(("quotes", "Altman"), (request.Name, request.Rest));
        Assert.Equal("http://127.0.0.1/response/1", taken.ReplyTo.ResponseToken);
    }

    [Fact]
    public async Task SlashCommand_WhileFull_IsAnsweredAtOnceWithARefusal()
    {
        await using var bot = await new SocketDriver().ConnectAsync();
        bot.Inbox.IsFull = true;
        var fields = SlackPayloads.Command("/ask", "q", SocketDriver.Person, FakeSlack.General, "http://127.0.0.1/response/1", "trigger-1");

        await bot.Sockets.SendAsync("slash_commands", new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))));

        var acknowledged = await bot.Sockets.Acknowledged.NthAsync(1);
        Assert.Contains("try again", (string)acknowledged.Payload!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_TurnedAwayOnce_ComesAgainWithANewEnvelopeAndIsTakenIn()
    {
        await using var bot = await new SocketDriver().ConnectAsync();
        bot.Inbox.IsFull = true;

        var delivery = bot.Sockets.DeliverAsync(bot.Event(SocketDriver.Message("Hello"), "Ev7"));
        await bot.Inbox.Offered.NthAsync(1);
        bot.Inbox.IsFull = false;

        Assert.True(await delivery);
        Assert.Equal([0, 1], bot.Sockets.Sent.Items.Select(sent => sent.Attempt));
        Assert.Equal("Ev7", Assert.Single(bot.Inbox.Accepted.Items).Id.Value);
    }

    [Fact]
    public async Task Event_DeliveredTwice_IsTakenInOnceAndAcknowledgedTwice()
    {
        await using var bot = await new SocketDriver().ConnectAsync();
        var payload = bot.Event(SocketDriver.Message("Hello"), "Ev7");

        Assert.True(await bot.Sockets.DeliverAsync(payload));
        Assert.True(await bot.Sockets.DeliverAsync(payload));

        Assert.Single(bot.Inbox.Accepted.Items);
        Assert.Equal(2, bot.Sockets.Acknowledged.Items.Count);
    }

    [Fact]
    public async Task Envelope_OfAnUnknownKind_IsAcknowledged()
    {
        await using var bot = await new SocketDriver().ConnectAsync();

        Assert.True(await bot.Sockets.SendAsync("something_new", []));
    }

    [Fact]
    public async Task Sockets_ThatSlackRenews_AreOpenedAgainAndAnswer()
    {
        await using var bot = await new SocketDriver().ConnectAsync();

        await bot.Sockets.DisconnectAsync("warning");
        await bot.Sockets.DisconnectAsync("refresh_requested");
        await bot.Sockets.Greeted.NthAsync(4);

        Assert.True(await bot.Sockets.DeliverAsync(bot.Event(SocketDriver.Message("Still there?"))));
    }

    [Fact]
    public async Task Sockets_ThatAreDropped_AreOpenedAgainAfterAWait()
    {
        await using var bot = await new SocketDriver().ConnectAsync();

        bot.Sockets.Abort();
        await bot.Sockets.Greeted.NthAsync(4);

        await bot.Log.Lines.NthAsync(2, line => line.Message.Contains("was lost", StringComparison.Ordinal));
        Assert.Contains(bot.Clock.Waits, wait => wait > TimeSpan.Zero && wait <= TimeSpan.FromSeconds(1));
        Assert.True(await bot.Sockets.DeliverAsync(bot.Event(SocketDriver.Message("Still there?"))));
    }

    [Fact]
    public async Task SocketMode_SwitchedOff_EndsWithOneLineThatSaysWhereToSwitchItOn()
    {
        await using var bot = await new SocketDriver().ConnectAsync();
        bot.Sockets.IsOn = false;

        await bot.Sockets.DisconnectAsync("link_disabled");
        await bot.Sockets.Ended.NthAsync(2);
        var line = await bot.Log.Lines.FirstAsync(line => line.Message.Contains("stays down", StringComparison.Ordinal));

        Assert.Contains("Enable Socket Mode", line.Message, StringComparison.Ordinal);
        Assert.Contains("Enable Socket Mode", bot.Status.Description, StringComparison.Ordinal);
        Assert.False(bot.Status.IsConnected);
        Assert.Equal(2, bot.Sockets.Opened.Items.Count);
    }

    [Fact]
    public async Task Socket_ThatIsOneTooMany_SaysWhichKeyAndTriesAgainAfterAMinute()
    {
        var driver = new SocketDriver();
        driver.Sockets.MostSockets = 1;
        await using var bot = await driver.StartAsync();

        var line = await bot.Log.Lines.FirstAsync(line => line.Message.Contains("Slack:SocketCount", StringComparison.Ordinal));
        bot.Sockets.MostSockets = 2;
        await bot.Sockets.Greeted.NthAsync(2);

        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Contains(bot.Clock.Waits, wait => wait >= TimeSpan.FromMinutes(1));
        Assert.True(bot.Status.IsConnected);
    }

    [Fact]
    public async Task Sockets_WhileOneIsTooMany_AnswerOnTheOther()
    {
        var driver = new SocketDriver();
        driver.Sockets.MostSockets = 1;
        await using var bot = await driver.StartAsync();
        await bot.Log.Lines.FirstAsync(line => line.Message.Contains("Slack:SocketCount", StringComparison.Ordinal));

        Assert.True(await bot.Sockets.DeliverAsync(bot.Event(SocketDriver.Message("Still there?"))));
        Assert.True(bot.Status.IsConnected);
    }

    [Fact]
    public async Task Socket_ThatSlackRenewsAlone_IsOpenedAgainAtOnceWhileTheOtherListens()
    {
        await using var bot = await new SocketDriver().ConnectAsync();
        var first = bot.Sockets.Greeted.Items[0];

        await bot.Sockets.DisconnectAsync("refresh_requested", first);

        Assert.True(await bot.Sockets.DeliverAsync(bot.Event(SocketDriver.Message("Meanwhile"))));
        Assert.Equal(first, await bot.Sockets.Ended.NthAsync(1));
        await bot.Sockets.Greeted.NthAsync(3);
        Assert.DoesNotContain(bot.Log.Lines.Items, line => line.Message.Contains("was lost", StringComparison.Ordinal));
        Assert.True(bot.Status.IsConnected);
    }

    [Fact]
    public async Task SocketMode_SwitchedOffOnOneSocket_EndsTheOtherToo()
    {
        await using var bot = await new SocketDriver().ConnectAsync();
        bot.Sockets.IsOn = false;

        await bot.Sockets.DisconnectAsync("link_disabled", bot.Sockets.Greeted.Items[1]);
        await bot.Sockets.Ended.NthAsync(2);

        Assert.Equal(0, bot.Sockets.OpenSockets);
        Assert.Single(bot.Log.Lines.Items, line => line.Message.Contains("stays down", StringComparison.Ordinal));
        Assert.Equal(2, bot.Sockets.Opened.Items.Count);
    }

    [Theory]
    [InlineData("xapp-wrong", "Slack refuses Slack:AppToken")]
    [InlineData("wrong", "begins with xapp-")]
    public async Task Token_ThatIsWrong_IsSaidOnceWithTheKey(string token, string expected)
    {
        await using var bot = await new SocketDriver().With("Slack:AppToken", token).With("Slack:SocketCount", "1").StartAsync();

        var line = await bot.Log.Lines.FirstAsync(line => line.Message.Contains("stays down", StringComparison.Ordinal));

        Assert.Contains(expected, line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(token, string.Concat(bot.Log.Lines.Items.Where(line => line.Message.Contains("xapp-wrong", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Single(bot.Sockets.Opened.Items);
    }

    [Fact]
    public void Platform_OfTheModule_IsSwitchedByItsKey() => Assert.Equal("Slack:SocketMode", new SlackSocketModule().Switch);
}
