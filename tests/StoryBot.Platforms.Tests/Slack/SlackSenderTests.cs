using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Testing.Slack;
using StoryBot.Testing.Waiting;
using static StoryBot.Platforms.Tests.Slack.SlackBot;

namespace StoryBot.Platforms.Tests.Slack;

public sealed class SlackSenderTests
{
    private readonly SteppingClock _clock = new();

    [Fact]
    public async Task Reply_ToEveryone_IsAMessageWithItsKeyAndNoPreviews()
    {
        await using var bot = await StartAsync(_clock);
        var thread = bot.Slack.Say(FakeSlack.General, Ann, "what fell?").Ts;

        await SendAsync(bot, In(FakeSlack.General, thread), Public("Nvidia fell 17%."), "k1");

        var message = Assert.Single(bot.Slack.Written.Items);
        Assert.Equal((FakeSlack.General, thread, null), (message.Channel, message.Thread, message.OnlyFor));
        Assert.Equal("Nvidia fell 17%.", message.Shown);
        Assert.Equal("k1-1", (string?)message.Metadata!["event_payload"]!["key"]);
        var call = PostsOf(bot)[^1];
        Assert.Equal(("false", "false", "none"), (call.Text("unfurl_links"), call.Text("unfurl_media"), call.Text("parse")));
        Assert.Empty(bot.Slack.Violations.Items);
    }

    [Fact]
    public async Task Reply_ToTheAsker_GoesByTheResponseUrlWithoutTheToken()
    {
        await using var bot = await StartAsync(_clock);

        await SendAsync(bot, bot.Command(_clock), Private("For you."), "k1");

        var message = Assert.Single(bot.Slack.Written.Items);
        Assert.Equal((Ann, "For you."), (message.OnlyFor, message.Shown));
        Assert.Empty(Assert.Single(bot.Slack.Calls.Items, call => call.Method == "response_url").Token);
        Assert.Empty(bot.Slack.Violations.Items);
    }

    [Fact]
    public async Task Reply_AfterFiveUsesOfTheResponseUrl_IsAnEphemeralMessage()
    {
        await using var bot = await StartAsync(_clock);
        var to = bot.Command(_clock);

        for (var number = 1; number <= 7; number++)
        {
            await SendAsync(bot, to, Private($"Reply {number}."), $"k{number}");
        }

        Assert.Equal(Enumerable.Range(1, 7).Select(number => $"Reply {number}."), bot.Slack.Written.Items.Select(message => message.Shown));
        Assert.All(bot.Slack.Written.Items, message => Assert.Equal(Ann, message.OnlyFor));
        Assert.Equal(5, bot.Slack.Calls.Items.Count(call => call.Method == "response_url"));
        Assert.Equal(2, bot.Slack.Calls.Items.Count(call => call.Method == "chat.postEphemeral"));
    }

    [Fact]
    public async Task Reply_AfterHalfAnHour_IsAnEphemeralMessage()
    {
        await using var bot = await StartAsync(_clock);
        var to = bot.Command(_clock);
        _clock.Advance(TimeSpan.FromMinutes(30));

        await SendAsync(bot, to, Private("Late."), "k1");

        Assert.Equal(Ann, Assert.Single(bot.Slack.Written.Items).OnlyFor);
        Assert.DoesNotContain(bot.Slack.Calls.Items, call => call.Method == "response_url");
    }

    [Fact]
    public async Task Reply_WhoseResponseUrlSlackTakesNoMore_IsAnEphemeralMessage()
    {
        await using var bot = await StartAsync(_clock);

        await SendAsync(bot, In(FakeSlack.General) with { ResponseToken = new Uri(bot.Slack.Address, "response/unknown").ToString() }, Private("Still here."), "k1");

        Assert.Equal((Ann, "Still here."), (Assert.Single(bot.Slack.Written.Items).OnlyFor, bot.Slack.Written.Items[0].Shown));
    }

    [Fact]
    public async Task Reply_ToTheAskerWithoutAResponseUrl_IsEphemeralInAChannelAndAMessageInADirectOne()
    {
        await using var bot = await StartAsync(_clock);
        var direct = bot.Slack.Direct(Ann).Id;

        await SendAsync(bot, In(FakeSlack.General), Private("One."), "k1");
        await SendAsync(bot, In(direct), Private("Two."), "k2");

        Assert.Equal([(FakeSlack.General, Ann), (direct, null)], bot.Slack.Written.Items.Select(message => (message.Channel, message.OnlyFor)));
    }

    [Fact]
    public async Task Reply_ToEveryoneInAChannelWithoutTheBot_GoesByTheResponseUrl()
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Add(new FakeSlackChannel("C0OTHER") { HasBot = false });

        await SendAsync(bot, bot.Command(_clock, "C0OTHER"), Public("Shared."), "k1");

        var message = Assert.Single(bot.Slack.Written.Items);
        Assert.Equal(("C0OTHER", null, "Shared."), (message.Channel, message.OnlyFor, message.Shown));
    }

    [Theory]
    [InlineData(ReplyAudience.Everyone)]
    [InlineData(ReplyAudience.Asker)]
    public async Task Reply_WhereTheBotMayNotPost_GoesToThePersonInstead(ReplyAudience audience)
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Add(new FakeSlackChannel("C0OTHER") { IsRestricted = true });

        await SendAsync(bot, In("C0OTHER"), ChatReply.Note(audience, "An answer."), "k1");

        var message = Assert.Single(bot.Slack.Written.Items);
        Assert.Equal((bot.Slack.Direct(Ann).Id, "An answer."), (message.Channel, message.Shown));
    }

    [Fact]
    public async Task Reply_ToAPersonsId_GoesToTheDirectMessage()
    {
        await using var bot = await StartAsync(_clock);

        await SendAsync(bot, In(Ann), Public("From the Home tab."), "k1");

        Assert.Equal(bot.Slack.Direct(Ann).Id, Assert.Single(bot.Slack.Written.Items).Channel);
    }

    [Fact]
    public async Task Reply_InThePlaceOfAPlaceholder_ChangesIt()
    {
        await using var bot = await StartAsync(_clock);
        await SendAsync(bot, In(FakeSlack.General), Public("Looking it up."), "k1");
        var placeholder = bot.Slack.Messages.Single();

        await SendAsync(bot, In(FakeSlack.General) with { HasPlaceholder = true, Message = placeholder.Ts }, Public("Here it is."), "k2");

        var message = Assert.Single(bot.Slack.Messages);
        Assert.Equal((placeholder.Ts, "Here it is."), (message.Ts, message.Shown));
    }

    [Fact]
    public async Task Reply_WhosePlaceholderIsGone_IsANewMessage()
    {
        await using var bot = await StartAsync(_clock);

        await SendAsync(bot, In(FakeSlack.General) with { HasPlaceholder = true, Message = "1738000000.000100" }, Public("Here it is."), "k1");

        Assert.Equal("Here it is.", Assert.Single(bot.Slack.Messages).Shown);
    }

    [Fact]
    public async Task Home_IsPublishedForThePerson()
    {
        await using var bot = await StartAsync(_clock);
        var reply = new ChatReply(ReplyAudience.Asker, [new ReplyBlock.Heading("The story"), new ReplyBlock.Note("At a glance.")]);

        await SendAsync(bot, In(bot.Slack.Direct(Ann).Id) with { IsHome = true }, reply, "k1");

        Assert.Equal(["header", "section"], bot.Slack.Homes[Ann]["blocks"]!.AsArray().Select(block => (string)block!["type"]!));
        Assert.Empty(bot.Slack.Written.Items);
    }

    [Fact]
    public async Task Picture_ToEveryone_IsSharedInTheThreadWithItsWords()
    {
        await using var bot = await StartAsync(_clock);
        var thread = bot.Slack.Say(FakeSlack.General, Ann, "chart?").Ts;

        await SendAsync(bot, In(FakeSlack.General, thread), WithPicture(ReplyAudience.Everyone), "k1");

        var file = Assert.Single(bot.Slack.Files);
        Assert.Equal((FakeSlack.General, thread, true, "Nvidia: 118.42"), (file.Channel, file.Thread, file.IsComplete, file.AltText));
        Assert.Equal([1, 2, 3], file.Bytes.ToArray());
        Assert.Empty(bot.Slack.Violations.Items);
    }

    [Fact]
    public async Task Picture_ToTheAsker_IsShownInTheMessageAlone()
    {
        await using var bot = await StartAsync(_clock);

        await SendAsync(bot, bot.Command(_clock), WithPicture(ReplyAudience.Asker), "k1");

        var file = Assert.Single(bot.Slack.Files);
        Assert.True(file.IsComplete);
        Assert.Null(file.Channel);
        var image = Assert.Single(Assert.Single(bot.Slack.Written.Items).Blocks, block => (string?)block!["type"] == "image");
        Assert.Equal((file.Id, "Nvidia: 118.42"), ((string?)image!["slack_file"]!["id"], (string?)image["alt_text"]));
    }

    [Fact]
    public async Task Picture_ThatCannotBeUploaded_HoldsUpNothing()
    {
        await using var bot = await StartAsync(_clock, slack => slack.Scopes.Remove("files:write"));

        await SendAsync(bot, In(FakeSlack.General), WithPicture(ReplyAudience.Everyone), "k1");
        await SendAsync(bot, bot.Command(_clock), WithPicture(ReplyAudience.Asker), "k2");

        Assert.Equal(["The chart.", "The chart."], bot.Slack.Written.Items.Select(message => message.Shown));
    }

    [Fact]
    public async Task Message_WhoseFormSlackDoesNotTake_IsSentInPlainWords()
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Faults.Refuse("chat.postMessage", "invalid_blocks");
        var reply = new ChatReply(ReplyAudience.Everyone, [new ReplyBlock.Heading("Costs"), new ReplyBlock.Note("All the words.")]) { Fallback = "All" };

        await SendAsync(bot, In(FakeSlack.General), reply, "k1");

        var message = Assert.Single(bot.Slack.Written.Items);
        Assert.Empty(message.Blocks);
        Assert.Equal("Costs\n\nAll the words.", message.Text);
    }

    [Fact]
    public async Task Working_InAThread_IsShown()
    {
        await using var bot = await StartAsync(_clock);
        var direct = bot.Slack.Direct(Ann).Id;

        await bot.Sender.ShowWorkingAsync(In(direct, "1738000000.000100"), TestContext.Current.CancellationToken);
        await bot.Sender.ShowWorkingAsync(In(direct), TestContext.Current.CancellationToken);

        Assert.Equal((direct, "1738000000.000100", "is looking it up..."), Assert.Single(bot.Slack.Statuses));
    }

    [Fact]
    public async Task Working_WhereTheAppHasNoStatus_IsAskedForOnceAndNeverFails()
    {
        await using var bot = await StartAsync(_clock);
        bot.Slack.Faults.Refuse("assistant.threads.setStatus", "unknown_method");

        await bot.Sender.ShowWorkingAsync(In(FakeSlack.General, "1738000000.000100"), TestContext.Current.CancellationToken);
        await bot.Sender.ShowWorkingAsync(In(FakeSlack.General, "1738000000.000100"), TestContext.Current.CancellationToken);

        Assert.Single(bot.Slack.Calls.Items, call => call.Method == "assistant.threads.setStatus");
    }

    [Fact]
    public async Task Reply_OfManySentences_IsSplitAndEveryPartArrives()
    {
        await using var bot = await StartAsync(_clock);
        var note = string.Join(' ', Enumerable.Range(1, 1500).Select(number => $"Sentence {number} & more."));

        await SendAsync(bot, In(FakeSlack.General), Public(note), "k1");

        Assert.InRange(bot.Slack.Written.Items.Count, 2, 3);
        Assert.Equal(["k1-1", "k1-2", "k1-3"], bot.Slack.Written.Items.Select(message => (string?)message.Metadata!["event_payload"]!["key"]));
        Assert.Contains("Sentence 1 &amp; more.", bot.Slack.Written.Items[0].Shown, StringComparison.Ordinal);
        Assert.Empty(bot.Slack.Violations.Items);
    }

    internal static ChatReply Public(string text) => ChatReply.Note(ReplyAudience.Everyone, text);

    internal static ChatReply Private(string text) => ChatReply.Note(ReplyAudience.Asker, text);

    private static ChatReply WithPicture(ReplyAudience audience) =>
        new(audience, [new ReplyBlock.Note("The chart."), new ReplyBlock.Image(new byte[] { 1, 2, 3 }, "market.png", "Nvidia: 118.42")]);

    private static List<SlackCall> PostsOf(SlackBot bot) => [.. bot.Slack.Calls.Items.Where(call => call.Method == "chat.postMessage")];

    private Task SendAsync(SlackBot bot, ReplyAddress to, ChatReply reply, string key) =>
        _clock.RunAsync(bot.Sender.SendAsync(to, reply, key, TestContext.Current.CancellationToken)).Within();
}
