using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Testing.Slack;
using static StoryBot.Platforms.Tests.Slack.SlackBot;

namespace StoryBot.Platforms.Tests.Slack;

public sealed class SlackInteractionTests
{
    private static readonly AnswerId Answer = new("0194a1b2");

    [Theory]
    [InlineData("/ask", "How far did Nvidia fall?", "ask", "question", "How far did Nvidia fall?")]
    [InlineData("/newsdesk-ask", "why?", "ask", "question", "why?")]
    [InlineData("/story", "quotes Sam Altman", "quotes", "speaker", "Sam Altman")]
    [InlineData("/story", "check 1 &lt; 2 &amp; so on", "check", "statement", "1 < 2 & so on")]
    public async Task Command_WithItsWords_IsReadByTheCatalogue(string command, string text, string name, string option, string value)
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.CommandAsync(command, text, Ann);

        var request = Assert.IsType<ChatRequest.Command>(Assert.Single(bot.Inbox.Events.Items).Request);
        Assert.Equal(name, request.Name);
        Assert.Equal(value, request.Options[option]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Command_WithoutWords_AsksForHelp()
    {
        await using var bot = await StartAsync();

        (await bot.Slack.Requests.CommandAsync("/story", "  ", Ann)).Dispose();

        Assert.Equal("help", Assert.IsType<ChatRequest.Command>(Assert.Single(bot.Inbox.Events.Items).Request).Name);
    }

    [Fact]
    public async Task Command_IsAnsweredByItsResponseUrlForHalfAnHour()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_738_000_000));
        await using var bot = await StartAsync(clock);

        (await bot.Slack.Requests.CommandAsync("/ask", "what fell?", Ann)).Dispose();

        var to = Assert.Single(bot.Inbox.Events.Items).ReplyTo;
        Assert.StartsWith(bot.Slack.Address.ToString(), to.ResponseToken, StringComparison.Ordinal);
        Assert.Equal(clock.GetUtcNow().AddMinutes(30), to.ResponseEnds);
        Assert.Equal((FakeSlack.General, Ann, FakeSlack.TeamId), (to.Channel, to.Person, to.Workspace));
    }

    [Fact]
    public async Task Command_ThatIsRefused_SaysSoToThePersonAlone()
    {
        await using var bot = await StartAsync();
        bot.Inbox.Decide = _ => ValueTask.FromResult(Acceptance.Refused);

        using var response = await bot.Slack.Requests.CommandAsync("/ask", "what fell?", Ann);

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("ephemeral", (string?)body["response_type"]);
        Assert.Contains("try again", (string?)body["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_OfAButton_IsItsAction()
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.PressAsync(WithButton(bot, new ChatAction.Share(Answer)), "Press", Ann);

        var chatEvent = Assert.Single(bot.Inbox.Events.Items);
        Assert.Equal(new ChatAction.Share(Answer), Assert.IsType<ChatRequest.Press>(chatEvent.Request).Action);
        Assert.Equal("1738000000.000100", chatEvent.ReplyTo.Thread);
        Assert.NotNull(chatEvent.ReplyTo.ResponseToken);
    }

    [Fact]
    public async Task Press_ThatIsRefused_IsNotSilent()
    {
        await using var bot = await StartAsync();
        bot.Inbox.Decide = _ => ValueTask.FromResult(Acceptance.Refused);

        (await bot.Slack.Requests.PressAsync(WithButton(bot, new ChatAction.Share(Answer)), "Press", Ann)).Dispose();

        var told = await bot.Slack.Written.FirstAsync(message => message.OnlyFor == Ann);
        Assert.Contains("try again", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_OfAButtonOfAnotherVersion_IsNotSilent()
    {
        await using var bot = await StartAsync();
        var message = WithButton(bot, new ChatAction.Share(Answer), value: "storybot.subscribe.0194a1b2");

        (await bot.Slack.Requests.PressAsync(message, "Press", Ann)).Dispose();

        var told = await bot.Slack.Written.FirstAsync(written => written.OnlyFor == Ann);
        Assert.Contains("another version", told.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Inbox.Events.Items);
    }

    [Fact]
    public async Task Press_OfAForeignButton_IsAcknowledgedAndIgnored()
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.PressAsync(WithButton(bot, new ChatAction.Share(Answer), value: "approve"), "Press", Ann);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bot.Inbox.Events.Items);
    }

    [Fact]
    public async Task Press_OnTheHomeTab_IsAnsweredInTheDirectMessage()
    {
        await using var bot = await StartAsync();
        var payload = SlackPayloads.Press(WithButton(bot, new ChatAction.Share(Answer)), ("Press", new ChatAction.AskSuggestion(Answer, 0).Encode(), "a"), Ann, "unused", bot.Slack.NewTrigger());
        foreach (var name in new[] { "channel", "message", "container", "response_url" })
        {
            payload.Remove(name);
        }

        (await bot.Slack.Requests.InteractAsync(payload)).EnsureSuccessStatusCode().Dispose();

        var chatEvent = Assert.Single(bot.Inbox.Events.Items);
        Assert.Equal(Ann, chatEvent.ReplyTo.Channel);
        Assert.True(chatEvent.Conversation.IsDirect);
    }

    [Fact]
    public async Task Feedback_IsAskedForAtOnceAndTakenInWithItsReason()
    {
        await using var bot = await StartAsync();

        (await bot.Slack.Requests.PressAsync(WithButton(bot, new ChatAction.GiveFeedback(Answer)), "Press", Ann)).Dispose();
        var view = await bot.Slack.Modals.NthAsync(1);
        using var response = await bot.Slack.Requests.SubmitAsync(view, "wrong-number", "It is 17%, not 12%.", Ann);

        var chatEvent = Assert.Single(bot.Inbox.Events.Items);
        Assert.Equal(new ChatRequest.Feedback(Answer, FeedbackReason.WrongNumber, "It is 17%, not 12%."), chatEvent.Request);
        Assert.Equal((FakeSlack.General, "1738000000.000100", Ann), (chatEvent.ReplyTo.Channel, chatEvent.ReplyTo.Thread, chatEvent.ReplyTo.Person));
        Assert.NotNull(chatEvent.ReplyTo.ResponseToken);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(bot.Slack.Violations.Items);
    }

    [Fact]
    public async Task Feedback_ThatIsRefused_KeepsTheFormOpen()
    {
        await using var bot = await StartAsync();
        bot.Inbox.Decide = _ => ValueTask.FromResult(Acceptance.Refused);
        var view = new JsonObject
        {
            ["id"] = "V1",
            ["callback_id"] = FeedbackForm.Id,
            ["private_metadata"] = new FeedbackContext(Answer, In(FakeSlack.General)).Encode(),
        };

        using var response = await bot.Slack.Requests.SubmitAsync(view, "outdated", null, Ann);

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("errors", (string?)body["response_action"]);
        Assert.NotNull(body["errors"]![FeedbackForm.ReasonField]);
    }

    [Fact]
    public async Task Feedback_WhoseFormCannotBeOpened_IsNotSilent()
    {
        await using var bot = await StartAsync();
        bot.Slack.Faults.Refuse("views.open", "expired_trigger_id");

        (await bot.Slack.Requests.PressAsync(WithButton(bot, new ChatAction.GiveFeedback(Answer)), "Press", Ann)).Dispose();

        var told = await bot.Slack.Written.FirstAsync(message => message.OnlyFor == Ann);
        Assert.Contains("press the button again", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckThisMessage_HasTheMessagesWordsAsTheyWereTyped()
    {
        await using var bot = await StartAsync();
        var message = bot.Slack.Say(FakeSlack.General, "U0BOB", "Nvidia fell <https://n.test|17%> &amp; lost <@U0ANN>'s money");

        (await bot.Slack.Requests.CheckAsync(message, Ann)).Dispose();

        Assert.Equal(new ChatRequest.CheckMessage("Nvidia fell 17% & lost @U0ANN's money"), Assert.Single(bot.Inbox.Events.Items).Request);
    }

    [Fact]
    public async Task CheckThisMessage_OfAnAppsMessage_HasTheWordsOfItsBlocks()
    {
        await using var bot = await StartAsync();
        var message = new FakeSlackMessage(FakeSlack.General, "1738000000.000100", "U0APP", string.Empty)
        {
            Blocks = [new JsonObject { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = "Nvidia fell 17%" } }],
        };

        (await bot.Slack.Requests.CheckAsync(message, Ann)).Dispose();

        Assert.Equal(new ChatRequest.CheckMessage("Nvidia fell 17%"), Assert.Single(bot.Inbox.Events.Items).Request);
    }

    [Fact]
    public async Task Interaction_ReplayedWithinItsTime_KeepsItsId()
    {
        await using var bot = await StartAsync();
        var payload = SlackPayloads.Press(WithButton(bot, new ChatAction.Share(Answer)), ("Press", new ChatAction.Share(Answer).Encode(), "a"), Ann, "http://127.0.0.1:1/", "1.2.3");

        (await bot.Slack.Requests.InteractAsync(payload)).Dispose();
        (await bot.Slack.Requests.InteractAsync(payload)).Dispose();

        Assert.Single(bot.Inbox.Events.Items.Select(chatEvent => chatEvent.Id).Distinct());
    }

    private static FakeSlackMessage WithButton(SlackBot bot, ChatAction action, string? value = null) =>
        new(FakeSlack.General, bot.Slack.Say(FakeSlack.General, FakeSlack.BotUser, "An answer.").Ts, FakeSlack.BotUser, "An answer.")
        {
            Thread = "1738000000.000100",
            IsFromBot = true,
            Blocks =
            [
                new JsonObject
                {
                    ["type"] = "actions",
                    ["elements"] = new JsonArray(new JsonObject
                    {
                        ["type"] = "button",
                        ["action_id"] = "a",
                        ["value"] = value ?? action.Encode(),
                        ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Press" },
                    }),
                },
            ],
        };
}
