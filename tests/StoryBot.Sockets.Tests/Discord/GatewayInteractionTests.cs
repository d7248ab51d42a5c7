using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Testing.Discord;

namespace StoryBot.Sockets.Tests.Discord;

public sealed class GatewayInteractionTests
{
    private const int Message = 4;
    private const int Thinking = 5;
    private const int Choices = 8;
    private const int Modal = 9;
    private const int Ephemeral = 64;

    private static readonly AnswerId Answer = new("0194a1b2c3d4e5f60718293a4b5c6d7e");

    [Fact]
    public async Task SlashCommand_InAServer_IsStoredThenAcknowledgedToThePersonAlone()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        var interaction = await bot.InteractAsync(bot.Discord.Interactions.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "What did R1 cost?")));

        var taken = await bot.Inbox.Accepted.NthAsync(1);
        var response = await bot.ResponseAsync(interaction);
        var request = Assert.IsType<ChatRequest.Command>(taken.Request);
        Assert.Equal("ask", request.Name);
        Assert.Equal("What did R1 cost?", request.Options["question"]);
        Assert.Equal(interaction.Id, taken.Id.Value);
        Assert.Equal(interaction.Token, taken.ReplyTo.ResponseToken);
        Assert.True(taken.ReplyTo.HasPlaceholder);
        Assert.Equal(taken.ReceivedAt + TimeSpan.FromMinutes(15), taken.ReplyTo.ResponseEnds);
        Assert.Equal(InteractionPlace.Server.Roles, taken.Person.Roles);
        Assert.Equal((Thinking, Ephemeral), ((int)response["type"]!, (int)response["data"]!["flags"]!));
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task SlashCommand_WhileTheInboxIsSlow_IsNotAcknowledgedBeforeItIsStored()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();
        var gate = new TaskCompletionSource();
        bot.Inbox.Gate = gate.Task;

        var interaction = await bot.InteractAsync(bot.Discord.Interactions.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "q")));
        await bot.Inbox.Offered.NthAsync(1);

        Assert.Null(interaction.AnsweredWith);
        gate.SetResult();
        Assert.Equal(Thinking, (int)(await bot.ResponseAsync(interaction))["type"]!);
    }

    [Theory]
    [InlineData("story quotes", "quotes")]
    [InlineData("story digest subscribe", "digest subscribe")]
    [InlineData("story timeline", "timeline")]
    public async Task Subcommand_AtAnyDepth_IsNamedByItsPath(string typed, string name)
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        await bot.InteractAsync(bot.Discord.Interactions.Payloads.Slash(InteractionPlace.Direct, typed, ("speaker", "Altman")));

        var request = Assert.IsType<ChatRequest.Command>((await bot.Inbox.Accepted.NthAsync(1)).Request);
        Assert.Equal(name, request.Name);
        Assert.Equal("Altman", request.Options["speaker"]);
    }

    [Fact]
    public async Task Command_InAServerThatTheBotIsNotIn_IsAnswered()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        var interaction = await bot.InteractAsync(bot.Discord.Interactions.Payloads.Slash(InteractionPlace.Foreign, "ask", ("question", "q")));

        var taken = await bot.Inbox.Accepted.NthAsync(1);
        Assert.Equal((InteractionPlace.Foreign.Guild, InteractionPlace.Foreign.Channel), (taken.Conversation.Workspace, taken.Conversation.Channel));
        Assert.False(taken.Conversation.IsDirect);
        Assert.Equal(Thinking, (int)(await bot.ResponseAsync(interaction))["type"]!);
    }

    [Fact]
    public async Task Command_InAForeignThread_BelongsToTheThread()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();
        var place = InteractionPlace.Foreign with { Parent = "800000000000000031" };

        await bot.InteractAsync(bot.Discord.Interactions.Payloads.Slash(place, "ask", ("question", "q")));

        var taken = await bot.Inbox.Accepted.NthAsync(1);
        Assert.Equal((place.Parent, place.Channel), (taken.Conversation.Channel, taken.Conversation.Thread));
    }

    [Fact]
    public async Task MessageCommand_OnAMessage_ChecksItsWords()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        await bot.InteractAsync(bot.Discord.Interactions.Payloads.MessageCommand(InteractionPlace.Server, "Check this message", "R1 cost $5.6 million."));

        Assert.Equal(new ChatRequest.CheckMessage("R1 cost $5.6 million."), (await bot.Inbox.Accepted.NthAsync(1)).Request);
    }

    [Fact]
    public async Task Button_OfAnAnswer_IsAPress()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();
        var action = new ChatAction.AskSuggestion(Answer, 2);

        await bot.InteractAsync(bot.Discord.Interactions.Payloads.Press(InteractionPlace.Server, action.Encode(), "800000000000000077"));

        var taken = await bot.Inbox.Accepted.NthAsync(1);
        Assert.Equal(new ChatRequest.Press(action), taken.Request);
        Assert.Equal("800000000000000077", taken.ReplyTo.Message);
    }

    [Fact]
    public async Task FeedbackButton_Pressed_OpensTheFormAtOnceAndTheFormComesBack()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();
        var press = new ChatAction.GiveFeedback(Answer).Encode();

        var opened = await bot.ResponseAsync(await bot.InteractAsync(bot.Discord.Interactions.Payloads.Press(InteractionPlace.Server, press)));
        await bot.InteractAsync(bot.Discord.Interactions.Payloads.Form(
            InteractionPlace.Server, (string)opened["data"]!["custom_id"]!, (FeedbackForm.ReasonField, "wrong-number"), (FeedbackForm.NoteField, "It is 5.576.")));

        Assert.Equal(Modal, (int)opened["type"]!);
        var taken = await bot.Inbox.Accepted.NthAsync(1);
        Assert.Equal(new ChatRequest.Feedback(Answer, FeedbackReason.WrongNumber, "It is 5.576."), taken.Request);
        Assert.Single(bot.Inbox.Offered.Items);
        Assert.Empty(bot.Discord.Violations);
    }

    [Fact]
    public async Task Button_OfAnotherVersion_IsSaidSo()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        var response = await bot.ResponseAsync(await bot.InteractAsync(bot.Discord.Interactions.Payloads.Press(InteractionPlace.Direct, "storybot.old.x")));

        Assert.Contains("earlier version", (string)response["data"]!["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Option_BeingTyped_IsCompletedWithinTheLimits()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();
        bot.Completion.Choices = ["Sam Altman", "Sam Altman", new string('x', 101), "", .. Enumerable.Range(0, 30).Select(number => $"choice {number}")];

        var response = await bot.ResponseAsync(await bot.InteractAsync(
            bot.Discord.Interactions.Payloads.Autocomplete(InteractionPlace.Server, "story quotes", "speaker", "al")));

        var choices = response["data"]!["choices"]!.AsArray();
        Assert.Equal(Choices, (int)response["type"]!);
        Assert.Equal(("quotes", "speaker", "al"), bot.Completion.Asked.Items[0]);
        Assert.Equal(25, choices.Count);
        Assert.Equal("Sam Altman", (string)choices[0]!["value"]!);
        Assert.Empty(bot.Discord.Violations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Interaction_NotTakenIn_IsSaidSoAndNotPromisedAnAnswer(bool isFull)
    {
        await using var bot = await new GatewayDriver().ConnectAsync();
        bot.Inbox.IsFull = isFull;
        bot.Inbox.Fault = isFull ? null : new InvalidOperationException("the store is gone");

        var response = await bot.ResponseAsync(await bot.InteractAsync(
            bot.Discord.Interactions.Payloads.Slash(InteractionPlace.Direct, "ask", ("question", "q"))));

        Assert.Equal(Message, (int)response["type"]!);
        Assert.Contains("ask again", (string)response["data"]!["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acknowledgement_ThatFailsOnce_IsRepeated()
    {
        await using var bot = await new GatewayDriver().ConnectAsync(discord =>
            discord.Faults.Add(new DiscordFault.Status(502), times: 1, call => call.Path.EndsWith("/callback", StringComparison.Ordinal)));

        var interaction = await bot.InteractAsync(bot.Discord.Interactions.Payloads.Slash(InteractionPlace.Direct, "ask", ("question", "q")));

        Assert.Equal(Thinking, (int)(await bot.ResponseAsync(interaction))["type"]!);
    }

    [Fact]
    public async Task Acknowledgement_WhoseAnswerIsLost_IsNotReportedAsAFault()
    {
        await using var bot = await new GatewayDriver().ConnectAsync(discord =>
            discord.Faults.Add(new DiscordFault.Reset(AfterCommit: true), times: 1, call => call.Path.EndsWith("/callback", StringComparison.Ordinal)));

        var interaction = await bot.InteractAsync(bot.Discord.Interactions.Payloads.Slash(InteractionPlace.Direct, "ask", ("question", "q")));
        await bot.ResponseAsync(interaction);
        await bot.StopAsync();

        Assert.Equal(Thinking, interaction.AnsweredWith);
        Assert.DoesNotContain(bot.Log.Lines.Items, line => line.Message.Contains("could not be acknowledged", StringComparison.Ordinal));
    }
}
