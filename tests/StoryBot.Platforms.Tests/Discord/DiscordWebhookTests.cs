using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Testing.Discord;

namespace StoryBot.Platforms.Tests.Discord;

public sealed class DiscordWebhookTests
{
    private static readonly AnswerId Answer = new("0123456789abcdef");

    [Fact]
    public async Task Ping_Signed_IsAnsweredWithPong()
    {
        await using var bot = await DiscordBot.StartAsync();

        var exchange = await bot.TellAsync(bot.Payloads.Ping());

        Assert.Equal(200, exchange.Status);
        Assert.Equal(1, exchange.Type);
    }

    [Fact]
    public async Task SlashCommand_Accepted_IsDeferredForTheAskerAlone()
    {
        await using var bot = await DiscordBot.StartAsync();

        var exchange = await bot.TellAsync(bot.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "What happened?")));

        Assert.Equal(5, exchange.Type);
        Assert.True(exchange.IsEphemeral);
        var command = Assert.IsType<ChatRequest.Command>(Assert.Single(bot.Inbox.Events).Request);
        Assert.Equal("What happened?", command.Options["question"]);
        Assert.True(Assert.Single(bot.Discord.Messages).IsLoading);
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task Answer_QuickerThanTheAcknowledgement_TakesThePlaceOfThePlaceholder()
    {
        await using var bot = await DiscordBot.StartAsync();
        bot.Inbox.Answer = (asked, sender) => sender.SendAsync(asked.ReplyTo, ChatReply.Note(ReplyAudience.Asker, "Here it is."), "k1", CancellationToken.None);

        await bot.TellAsync(bot.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "What happened?")));
        await bot.Inbox.Answered.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        var message = Assert.Single(bot.Discord.Messages);
        Assert.Equal("Here it is.", message.Text);
        Assert.True(message.IsEphemeral);
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task SlashCommand_Refused_IsToldPlainlyAtOnce()
    {
        await using var bot = await DiscordBot.StartAsync();
        bot.Inbox.Accept = _ => Acceptance.Refused;

        var exchange = await bot.TellAsync(bot.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "What happened?")));

        Assert.Equal(4, exchange.Type);
        Assert.True(exchange.IsEphemeral);
        Assert.Contains("Please ask again", Assert.Single(bot.Discord.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlashCommand_ThatTheInboxFailsOn_IsToldWithAReference()
    {
        await using var bot = await DiscordBot.StartAsync();
        bot.Inbox.Accept = _ => throw new InvalidOperationException("the store is away");

        var exchange = await bot.TellAsync(bot.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "What happened?")));

        Assert.Equal(4, exchange.Type);
        var text = Assert.Single(bot.Discord.Messages).Text;
        Assert.Contains(exchange.Interaction.Id, text, StringComparison.Ordinal);
        Assert.DoesNotContain("the store is away", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_OfASignedRequest_IsAcknowledgedAgainAndHandedOnByItsId()
    {
        await using var bot = await DiscordBot.StartAsync();
        var payload = bot.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "What happened?"));
        bot.Discord.Interactions.Open(payload);
        using var first = bot.Request(payload);
        using var second = bot.Request(payload);

        using var firstAnswer = await bot.PostAsync(first);
        bot.Inbox.Accept = _ => Acceptance.Duplicate;
        using var secondAnswer = await bot.PostAsync(second);

        Assert.Equal(await firstAnswer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await secondAnswer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Single(bot.Inbox.Events.Select(one => one.Id).Distinct());
    }

    [Fact]
    public async Task Autocomplete_WithTooManyAndTooLongChoices_IsCutToWhatDiscordTakes()
    {
        await using var bot = await DiscordBot.StartAsync();
        bot.Inbox.Choices = (command, option, typed) =>
            [new string('x', 120), " ", .. Enumerable.Range(0, 40).Select(number => $"{command} {option} {typed} {number}")];

        var exchange = await bot.TellAsync(bot.Payloads.Autocomplete(InteractionPlace.Server, "story quotes", "speaker", "al"));

        var choices = exchange.Answer!["data"]!["choices"]!.AsArray().Select(choice => choice!["value"]!.GetValue<string>()).ToList();
        Assert.Equal(8, exchange.Type);
        Assert.Equal(25, choices.Count);
        Assert.Equal(100, choices[0].Length);
        Assert.Equal("quotes speaker al 0", choices[1]);
        Assert.Empty(bot.Inbox.Events);
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task Autocomplete_ThatFails_HasNoChoices()
    {
        await using var bot = await DiscordBot.StartAsync();
        bot.Inbox.Choices = (_, _, _) => throw new InvalidOperationException("no");

        var exchange = await bot.TellAsync(bot.Payloads.Autocomplete(InteractionPlace.Server, "story quotes", "speaker", "al"));

        Assert.Equal(8, exchange.Type);
        Assert.Empty(exchange.Answer!["data"]!["choices"]!.AsArray());
    }

    [Fact]
    public async Task FeedbackButton_Pressed_OpensTheFormWithoutTheInbox()
    {
        await using var bot = await DiscordBot.StartAsync();

        var exchange = await bot.TellAsync(bot.Payloads.Press(InteractionPlace.Server, new ChatAction.GiveFeedback(Answer).Encode()));

        Assert.Equal(9, exchange.Type);
        Assert.Empty(bot.Inbox.Events);
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task FeedbackForm_SentOff_BringsReasonAndNote()
    {
        await using var bot = await DiscordBot.StartAsync();
        var form = await bot.TellAsync(bot.Payloads.Press(InteractionPlace.Server, new ChatAction.GiveFeedback(Answer).Encode()));
        var id = form.Answer!["data"]!["custom_id"]!.GetValue<string>();

        var exchange = await bot.TellAsync(bot.Payloads.Form(InteractionPlace.Server, id, (FeedbackForm.ReasonField, "outdated"), (FeedbackForm.NoteField, "since May")));

        Assert.Equal(5, exchange.Type);
        Assert.True(exchange.IsEphemeral);
        Assert.Equal(new ChatRequest.Feedback(Answer, FeedbackReason.Outdated, "since May"), Assert.Single(bot.Inbox.Events).Request);
    }

    [Theory]
    [InlineData("storybot.share")]
    [InlineData("somebody-elses")]
    [InlineData("storybot.ask.0123456789abcdef.x")]
    public async Task Button_OfAnotherVersion_IsToldPlainly(string customId)
    {
        await using var bot = await DiscordBot.StartAsync();

        var exchange = await bot.TellAsync(bot.Payloads.Press(InteractionPlace.Server, customId));

        Assert.Equal(4, exchange.Type);
        Assert.Contains("/ask", Assert.Single(bot.Discord.Messages).Text, StringComparison.Ordinal);
        Assert.Empty(bot.Inbox.Events);
    }

    [Fact]
    public async Task Signature_Forged_IsRefused()
    {
        await using var bot = await DiscordBot.StartAsync();
        using var request = bot.Request(bot.Payloads.Ping());
        var signature = request.Headers.GetValues("X-Signature-Ed25519").Single();
        request.Headers.Remove("X-Signature-Ed25519");
        request.Headers.Add("X-Signature-Ed25519", (signature[0] == '0' ? '1' : '0') + signature[1..]);

        using var answer = await bot.PostAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("X-Signature-Ed25519", null)]
    [InlineData("X-Signature-Timestamp", null)]
    [InlineData("X-Signature-Ed25519", "abc")]
    [InlineData("X-Signature-Timestamp", "1")]
    public async Task SignatureHeader_MissingTruncatedOrSwapped_IsRefused(string header, string? value)
    {
        await using var bot = await DiscordBot.StartAsync();
        using var request = bot.Request(bot.Payloads.Ping());
        request.Headers.Remove(header);
        if (value is not null)
        {
            request.Headers.Add(header, value);
        }

        using var answer = await bot.PostAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(bot.Inbox.Events);
    }

    [Fact]
    public async Task Body_CutShort_IsRefused()
    {
        await using var bot = await DiscordBot.StartAsync();
        using var request = bot.Request(bot.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "What happened?")));
        var body = await request.Content!.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        request.Content = new ByteArrayContent(body[..^1]);

        using var answer = await bot.PostAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(bot.Inbox.Events);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"type\":99}")]
    [InlineData("{\"type\":2}")]
    [InlineData("{\"type\":2,\"id\":\"1\",\"token\":\"t\",\"data\":{\"name\":\"ask\",\"type\":1}}")]
    [InlineData("{\"type\":3,\"data\":7}")]
    [InlineData("{\"type\":\"1\"}")]
    [InlineData("{\"type\":2,\"data\":{\"name\":\"\\ud800\"}}")]
    public async Task Body_ThatIsNoInteraction_IsAnsweredWith400(string json)
    {
        await using var bot = await DiscordBot.StartAsync();
        using var request = bot.Request(bot.Payloads.Ping());
        var bytes = Encoding.UTF8.GetBytes(json);
        var timestamp = request.Headers.GetValues("X-Signature-Timestamp").Single();
        request.Content = new ByteArrayContent(bytes);
        request.Headers.Remove("X-Signature-Ed25519");
        request.Headers.Add("X-Signature-Ed25519", bot.Discord.Interactions.Sign(timestamp, bytes));

        using var answer = await bot.PostAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(bot.Inbox.Events);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_TooLong_IsRefusedWhetherOrNotItsLengthIsSaid(bool inChunks)
    {
        await using var bot = await DiscordBot.StartAsync();
        using var request = bot.Request(new JsonObject { ["type"] = 1, ["filler"] = new string('x', 600 * 1024) });
        request.Headers.TransferEncodingChunked = inChunks;

        using var answer = await bot.PostAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
