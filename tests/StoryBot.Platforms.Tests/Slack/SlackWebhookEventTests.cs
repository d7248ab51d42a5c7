using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Platforms.Slack;
using StoryBot.Testing.Slack;
using StoryBot.Testing.Waiting;
using static StoryBot.Platforms.Tests.Slack.SlackBot;

namespace StoryBot.Platforms.Tests.Slack;

public sealed class SlackWebhookEventTests
{
    [Fact]
    public async Task UrlVerification_Signed_IsAnsweredWithItsChallenge()
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.PostEventAsync(new JsonObject { ["type"] = "url_verification", ["token"] = "x", ["challenge"] = "3eZbrw1aB" });

        Assert.Equal("3eZbrw1aB", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["challenge"]);
    }

    [Fact]
    public async Task DirectMessage_IsAQuestionToEveryoneInItsConversation()
    {
        await using var bot = await StartAsync();
        var direct = bot.Slack.Direct(Ann).Id;

        var said = await bot.Slack.Requests.SayAsync(direct, Ann, "How far did <https://nvidia.test|Nvidia> fall &amp; why?");

        var chatEvent = Assert.Single(bot.Inbox.Events.Items);
        var message = Assert.IsType<ChatRequest.Message>(chatEvent.Request);
        Assert.Equal("How far did Nvidia fall & why?", message.Text);
        Assert.True(message.IsAddressed);
        Assert.Equal(ReplyAudience.Everyone, message.Audience);
        Assert.Equal(new ConversationKey(new PlatformId("slack"), FakeSlack.TeamId, direct, null) { IsDirect = true }, chatEvent.Conversation);
        Assert.Equal((direct, said.Ts, Ann), (chatEvent.ReplyTo.Channel, chatEvent.ReplyTo.Message, chatEvent.ReplyTo.Person));
    }

    [Fact]
    public async Task Mention_InAChannel_IsAskedOnceAndAnsweredInItsThread()
    {
        await using var bot = await StartAsync();

        var said = await bot.Slack.Requests.MentionAsync(FakeSlack.General, Ann, "what fell?");

        var chatEvent = Assert.Single(bot.Inbox.Events.Items);
        Assert.Equal(new ChatRequest.Message("what fell?"), chatEvent.Request);
        Assert.Equal(said.Ts, chatEvent.Conversation.Thread);
        Assert.Equal(said.Ts, chatEvent.ReplyTo.Thread);
        Assert.False(chatEvent.Conversation.IsDirect);
    }

    [Fact]
    public async Task Reply_InAThread_GoesOnWithItsConversationUnaddressed()
    {
        await using var bot = await StartAsync();
        var first = await bot.Slack.Requests.MentionAsync(FakeSlack.General, Ann, "what fell?");

        await bot.Slack.Requests.SayAsync(FakeSlack.General, "U0BOB", "and the Nasdaq?", first.Ts);

        var reply = bot.Inbox.Events.Items[1];
        Assert.Equal(new ChatRequest.Message("and the Nasdaq?") { IsAddressed = false }, reply.Request);
        Assert.Equal(bot.Inbox.Events.Items[0].Conversation, reply.Conversation);
    }

    [Theory]
    [InlineData("a message in the channel itself", false)]
    [InlineData("<@U0BOB> what do you think?", true)]
    public async Task Message_MeantForOthers_IsIgnored(string text, bool inThread)
    {
        await using var bot = await StartAsync();
        var first = bot.Slack.Say(FakeSlack.General, "U0BOB", "morning");

        await bot.Slack.Requests.SayAsync(FakeSlack.General, Ann, text, inThread ? first.Ts : null);

        Assert.Empty(bot.Inbox.Events.Items);
    }

    [Fact]
    public async Task Message_OfTheBotItselfOrAnother_IsIgnored()
    {
        await using var bot = await StartAsync();
        var direct = bot.Slack.Direct(Ann).Id;
        var own = new FakeSlackMessage(direct, "1738000000.000100", FakeSlack.BotUser, "An answer.") { IsFromBot = true };
        var ofOwnUser = own with { IsFromBot = false };
        var ofBot = own with { User = "U0OTHERBOT" };

        foreach (var message in new[] { own, ofOwnUser, ofBot })
        {
            (await bot.Slack.Requests.EventAsync(SlackPayloads.Message(message))).EnsureSuccessStatusCode().Dispose();
            (await bot.Slack.Requests.EventAsync(SlackPayloads.Mention(message with { Channel = FakeSlack.General }))).EnsureSuccessStatusCode().Dispose();
        }

        Assert.Empty(bot.Inbox.Events.Items);
    }

    [Theory]
    [InlineData("message_changed")]
    [InlineData("message_deleted")]
    [InlineData("channel_join")]
    [InlineData("a_subtype_of_tomorrow")]
    public async Task Message_WithASubtype_IsIgnored(string subtype)
    {
        await using var bot = await StartAsync();
        var inner = SlackPayloads.Message(new FakeSlackMessage(bot.Slack.Direct(Ann).Id, "1738000000.000100", Ann, "was edited"));
        inner["subtype"] = subtype;

        using var response = await bot.Slack.Requests.EventAsync(inner);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bot.Inbox.Events.Items);
    }

    [Fact]
    public async Task Message_WithAFile_IsAQuestionAllTheSame()
    {
        await using var bot = await StartAsync();
        var inner = SlackPayloads.Message(new FakeSlackMessage(bot.Slack.Direct(Ann).Id, "1738000000.000100", Ann, "is this right?"));
        inner["subtype"] = "file_share";

        (await bot.Slack.Requests.EventAsync(inner)).Dispose();

        Assert.Equal(new ChatRequest.Message("is this right?"), Assert.Single(bot.Inbox.Events.Items).Request);
    }

    [Fact]
    public async Task HomeOpened_AsksForThePage()
    {
        await using var bot = await StartAsync();

        (await bot.Slack.Requests.OpenHomeAsync(Ann)).Dispose();
        (await bot.Slack.Requests.EventAsync(SlackPayloads.HomeOpened(Ann, bot.Slack.Direct(Ann).Id, tab: "messages"))).Dispose();

        var chatEvent = Assert.Single(bot.Inbox.Events.Items);
        Assert.IsType<ChatRequest.OpenHome>(chatEvent.Request);
        Assert.True(chatEvent.ReplyTo.IsHome);
    }

    [Fact]
    public async Task Event_DeliveredAgain_KeepsItsIdAndIsAcknowledged()
    {
        await using var bot = await StartAsync();
        var inner = SlackPayloads.Message(bot.Slack.Say(bot.Slack.Direct(Ann).Id, Ann, "what fell?"));

        using var first = await bot.Slack.Requests.EventAsync(inner, "Ev1");
        using var again = await bot.Slack.Requests.EventAsync(inner, "Ev1", retry: 1);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [first.StatusCode, again.StatusCode]);
        Assert.Single(bot.Inbox.Events.Items.Select(chatEvent => chatEvent.Id).Distinct());
    }

    [Fact]
    public async Task Event_ThatIsRefused_IsDeliveredAgainUntilItIsTaken()
    {
        var clock = new SteppingClock();
        await using var bot = await StartAsync(clock);
        var times = 0;
        bot.Inbox.Decide = _ => ValueTask.FromResult(++times < 3 ? Acceptance.Refused : Acceptance.Accepted);

        var delivery = bot.Slack.Requests.DeliverAsync(SlackPayloads.Message(bot.Slack.Say(bot.Slack.Direct(Ann).Id, Ann, "what fell?")), TestContext.Current.CancellationToken);
        await clock.RunAsync(delivery);

        Assert.Equal(3, await delivery);
    }

    [Fact]
    public async Task Event_ThatCannotBeStored_IsAskedForAgain()
    {
        await using var bot = await StartAsync();
        bot.Inbox.Decide = _ => throw new IOException("the disk is full");

        using var response = await bot.Slack.Requests.EventAsync(SlackPayloads.Message(bot.Slack.Say(bot.Slack.Direct(Ann).Id, Ann, "what fell?")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Event_ThatTheInboxHangsOn_IsAskedForAgainInTime()
    {
        var clock = new SteppingClock();
        await using var bot = await StartAsync(clock);
        bot.Inbox.Decide = _ => new ValueTask<Acceptance>(new TaskCompletionSource<Acceptance>().Task);

        var delivery = bot.Slack.Requests.EventAsync(SlackPayloads.Message(bot.Slack.Say(bot.Slack.Direct(Ann).Id, Ann, "what fell?")));
        await clock.RunAsync(delivery);
        using var response = await delivery;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.All(clock.Waits, wait => Assert.True(wait < TimeSpan.FromSeconds(3)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("{} {}")]
    [InlineData("{\"type\":\"event_callback\"}")]
    [InlineData("{\"type\":\"event_callback\",\"event_id\":\"Ev1\"}")]
    [InlineData("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\",\"user\":\"U1\"}}")]
    [InlineData("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\",\"channel\":\"D1\",\"user\":\"U1\",\"ts\":\"1.2\",\"text\":\"\\ud83d\"}}")]
    public async Task Payload_ThatIsMalformed_IsRefusedInPlainWords(string body)
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.SendAsync("slack/events", Encoding.UTF8.GetBytes(body), "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(bot.Inbox.Events.Items);
    }

    [Fact]
    public async Task Payload_OfAKindOfTomorrow_IsAcknowledged()
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.PostEventAsync(new JsonObject { ["type"] = "app_rate_limited" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Event_BeforeTheBotIsSignedIn_KnowsItsOwnNameFromThePayload()
    {
        await using var bot = await StartAsync(prepare: slack => slack.Faults.Refuse("auth.test", "invalid_auth"));
        await bot.Logs.FirstAsync(entry => entry.Id == 3211);
        Assert.Null(bot.Services.GetRequiredService<SlackIdentity>().UserId);

        await bot.Slack.Requests.MentionAsync(FakeSlack.General, Ann, "what fell?");

        Assert.Equal(new ChatRequest.Message("what fell?"), Assert.Single(bot.Inbox.Events.Items).Request);
    }

    [Theory]
    [InlineData(40_000)]
    public async Task Message_OfSlacksGreatestLength_IsTakenWhole(int length)
    {
        await using var bot = await StartAsync();
        var text = string.Concat(Enumerable.Repeat("\U0001F680", length / 2));

        await bot.Slack.Requests.SayAsync(bot.Slack.Direct(Ann).Id, Ann, text).Within();

        Assert.Equal(new ChatRequest.Message(text), Assert.Single(bot.Inbox.Events.Items).Request);
    }
}
