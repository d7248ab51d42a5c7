using System.Text.Json.Nodes;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Testing;
using StoryBot.Testing.Slack;
using static StoryBot.Platforms.Tests.Slack.SlackBot;

namespace StoryBot.Platforms.Tests.Slack;

/// <summary>What the bot sends, and what the fake answers and delivers, against what Slack itself documents, where that is at hand.</summary>
public sealed class SlackSpecTests
{
    private static readonly DirectoryInfo Specs = new(Path.Combine(Repository.Root.Parent!.FullName, "shared", "specs"));

    [Fact]
    public async Task Calls_OfTheBot_HaveOnlyArgumentsThatSlackDocuments()
    {
        SkipWithoutSpecs();
        await using var bot = await StartAsync();
        await CallEverythingAsync(bot);
        var calls = bot.Slack.Calls.Items.Where(call => call.Method is not ("response_url" or "upload")).ToList();

        var unknown =
            from call in calls
            let documented = ArgumentsOf(call.Method)
            where documented is not null
            from name in call.Arguments.Select(argument => argument.Key)
            where !documented.Contains(name)
            select $"{call.Method} {name}";

        Assert.Empty(unknown.Distinct());
        Assert.InRange(calls.Select(call => call.Method).Where(method => ArgumentsOf(method) is not null).Distinct().Count(), 8, 20);
    }

    [Fact]
    public async Task Calls_OfTheBot_HaveEveryArgumentThatSlackNeeds()
    {
        SkipWithoutSpecs();
        await using var bot = await StartAsync();
        await CallEverythingAsync(bot);

        var missing =
            from call in bot.Slack.Calls.Items
            from argument in Documented(call.Method)?["args"]?.AsObject() ?? []
            where (bool?)argument.Value!["required"] == true && argument.Key != "token" && call.Text(argument.Key) is null && call.Arguments[argument.Key] is null
            select $"{call.Method} {argument.Key}";

        Assert.Empty(missing.Distinct());
    }

    [Theory]
    [InlineData("auth.test")]
    [InlineData("chat.postEphemeral")]
    [InlineData("files.getUploadURLExternal")]
    [InlineData("files.completeUploadExternal")]
    [InlineData("assistant.threads.setStatus")]
    [InlineData("views.publish")]
    public async Task Answers_OfTheFake_HaveTheFormOfSlacks(string method)
    {
        SkipWithoutSpecs();
        await using var slack = await FakeSlack.StartAsync();
        using var caller = new FakeSlackCaller(slack);
        var answer = await caller.CallAsync(method);

        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        AssertKnownKeys(answer, Sample(method), method);
    }

    [Fact]
    public void Payloads_OfTheFake_HaveTheFormOfSlacks()
    {
        SkipWithoutSpecs();
        var message = new FakeSlackMessage("C1", "1738000000.000100", Ann, "what fell?") { Thread = "1738000000.000001" };
        var view = new JsonObject { ["id"] = "V1", ["type"] = "modal", ["callback_id"] = "c", ["private_metadata"] = "m" };
        var command = new JsonObject(SlackPayloads.Command("/ask", "x", Ann, "C1", "http://x", "1.2").Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));

        AssertKnownKeys(command, Sample("backend_SlashCommandPayload"), "command");
        AssertKnownKeys(SlackPayloads.Callback(SlackPayloads.Message(message), "Ev1", TimeProvider.System.GetUtcNow()), Sample("event_MessagePayload"), "message");
        AssertKnownKeys(SlackPayloads.Callback(SlackPayloads.Mention(message), "Ev1", TimeProvider.System.GetUtcNow()), Sample("event_AppMentionPayload"), "mention");
        AssertKnownKeys(SlackPayloads.Callback(SlackPayloads.HomeOpened(Ann, "D1"), "Ev1", TimeProvider.System.GetUtcNow()), Sample("event_AppHomeOpenedPayload"), "home");
        AssertKnownKeys(SlackPayloads.Press(message, ("Press", "v", "a"), Ann, "http://x", "1.2"), Sample("backend_BlockActionPayload"), "press");
        AssertKnownKeys(SlackPayloads.Submission(view, "outdated", null, Ann, "1.2"), Sample("backend_ViewSubmissionPayload"), "form");
    }

    private static async Task CallEverythingAsync(SlackBot bot)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var thread = bot.Slack.Say(FakeSlack.General, Ann, "what fell?").Ts;
        var picture = new ReplyBlock.Image(new byte[] { 1 }, "market.png", "Nvidia");
        ReplyAddress inThread = In(FakeSlack.General, thread);
        await bot.Sender.ShowWorkingAsync(inThread, cancellation);
        await bot.Sender.SendAsync(inThread, new ChatReply(ReplyAudience.Everyone, [new ReplyBlock.Note("All."), picture]), "k1", cancellation);
        await bot.Sender.SendAsync(inThread, ChatReply.Note(ReplyAudience.Asker, "One."), "k2", cancellation);
        await bot.Sender.SendAsync(inThread with { MayHaveBeenSent = true, Thread = null }, ChatReply.Note(ReplyAudience.Everyone, "Again."), "k3", cancellation);
        await bot.Sender.SendAsync(In(Ann), ChatReply.Note(ReplyAudience.Everyone, "Direct."), "k4", cancellation);
        await bot.Sender.SendAsync(In(FakeSlack.General) with { IsHome = true }, ChatReply.Note(ReplyAudience.Asker, "Home."), "k5", cancellation);
        var written = bot.Slack.Messages.First(message => message.IsFromBot);
        await bot.Sender.SendAsync(In(FakeSlack.General) with { HasPlaceholder = true, Message = written.Ts }, ChatReply.Note(ReplyAudience.Everyone, "Changed."), "k6", cancellation);
        await ((IFeedbackForms)bot.Services.GetService(typeof(IFeedbackForms))!).OpenAsync(bot.Slack.NewTrigger(), new FeedbackContext(new AnswerId("a1"), inThread), cancellation);
    }

    private static void SkipWithoutSpecs() => Assert.SkipUnless(Specs.Exists, $"Slack's published shapes are not at {Specs.FullName}.");

    private static JsonObject? Documented(string method)
    {
        var file = new FileInfo(Path.Combine(Specs.FullName, "slack_kit-methods", method + ".json"));
        return file.Exists ? JsonNode.Parse(File.ReadAllText(file.FullName))!.AsObject() : null;
    }

    private static HashSet<string>? ArgumentsOf(string method) => Documented(method)?["args"]?.AsObject().Select(argument => argument.Key).ToHashSet();

    private static JsonObject Sample(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Specs.FullName, "slack-java-json-logs", name + ".json")))!.AsObject();

    // Whatever the fake says has a place in Slack's sample. "values" of a form's state are named by the form itself.
    private static void AssertKnownKeys(JsonObject ours, JsonObject sample, string path)
    {
        foreach (var (name, value) in ours)
        {
            Assert.True(sample.ContainsKey(name), $"{path}.{name} is not in Slack's sample");
            if (value is JsonObject inner && sample[name] is JsonObject { Count: > 0 } known && name is not ("state" or "view"))
            {
                AssertKnownKeys(inner, known, $"{path}.{name}");
            }
        }
    }
}
