using System.Text.Json;
using System.Text.Json.Nodes;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Platforms.Discord;
using StoryBot.Testing.Discord;

namespace StoryBot.Platforms.Tests.Discord;

public sealed class DiscordEventTranslatorTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 31, 9, 0, 0, TimeSpan.Zero);
    private static readonly AnswerId Answer = new("0123456789abcdef");

    private readonly InteractionPayloads _payloads = new(new DiscordSnowflakes(TimeProvider.System), "900000000000000001");

    [Fact]
    public void SlashCommand_InAServer_IsACommandWithItsOptions()
    {
        var payload = _payloads.Slash(InteractionPlace.Server, "ask", ("question", "What happened?"));

        var asked = Asked(payload);

        Assert.Equal(new ChatEventId(new PlatformId("discord"), payload["id"]!.GetValue<string>()), asked.Id);
        Assert.Equal(new ConversationKey(new PlatformId("discord"), InteractionPlace.Server.Guild!, InteractionPlace.Server.Channel, null), asked.Conversation);
        Assert.Equal(InteractionPlace.Server.Person, asked.Person.Id);
        Assert.Equal(InteractionPlace.Server.Roles, asked.Person.Roles);
        Assert.False(asked.Person.ManagesWorkspace);
        var command = Assert.IsType<ChatRequest.Command>(asked.Request);
        Assert.Equal("ask", command.Name);
        Assert.Equal("What happened?", command.Options["question"]);
        Assert.Null(command.Rest);
        Assert.Equal(payload["token"]!.GetValue<string>(), asked.ReplyTo.ResponseToken);
        Assert.Equal(Now.AddMinutes(15), asked.ReplyTo.ResponseEnds);
        Assert.True(asked.ReplyTo.HasPlaceholder);
    }

    [Theory]
    [InlineData("story quotes", "quotes")]
    [InlineData("story digest subscribe", "digest subscribe")]
    public void SlashCommand_WithSubcommands_HasTheCataloguesName(string typed, string name)
    {
        var command = Assert.IsType<ChatRequest.Command>(Asked(_payloads.Slash(InteractionPlace.Server, typed, ("speaker", "Altman"))).Request);

        Assert.Equal(name, command.Name);
        Assert.Equal("Altman", command.Options["speaker"]);
    }

    [Fact]
    public void SlashCommand_InTheDirectMessage_IsDirect()
    {
        var asked = Asked(_payloads.Slash(InteractionPlace.Direct, "ask", ("question", "Why?")));

        Assert.True(asked.Conversation.IsDirect);
        Assert.Equal(string.Empty, asked.Conversation.Workspace);
        Assert.Equal(InteractionPlace.Direct.Person, asked.Person.Id);
    }

    [Fact]
    public void SlashCommand_WhereOnlyThePersonInstalledTheBot_IsAnsweredByItsToken()
    {
        var asked = Asked(_payloads.Slash(InteractionPlace.Foreign, "ask", ("question", "Why?")));

        Assert.False(asked.Conversation.IsDirect);
        Assert.Equal(InteractionPlace.Foreign.Guild, asked.Conversation.Workspace);
        Assert.NotNull(asked.ReplyTo.ResponseToken);
    }

    [Fact]
    public void SlashCommand_InAPrivateChannelOfPeople_IsNotTheDirectMessageWithTheBot()
    {
        var asked = Asked(_payloads.Slash(InteractionPlace.Direct with { Context = 2, IsUserInstall = true }, "ask", ("question", "Why?")));

        Assert.False(asked.Conversation.IsDirect);
    }

    [Fact]
    public void SlashCommand_InAThread_BelongsToTheThreadOfItsChannel()
    {
        var asked = Asked(_payloads.Slash(InteractionPlace.Server with { Channel = "42", Parent = "41" }, "ask", ("question", "Why?")));

        Assert.Equal(("41", "42"), (asked.Conversation.Channel, asked.Conversation.Thread));
        Assert.Equal(("41", "42"), (asked.ReplyTo.Channel, asked.ReplyTo.Thread));
    }

    [Theory]
    [InlineData("8", true)]
    [InlineData("32", true)]
    [InlineData("2147483648", false)]
    [InlineData("what", false)]
    public void Person_WithPermissions_ManagesTheServerByThem(string permissions, bool manages)
    {
        var asked = Asked(_payloads.Slash(InteractionPlace.Server with { Permissions = permissions }, "story gaps"));

        Assert.Equal(manages, asked.Person.ManagesWorkspace);
    }

    [Fact]
    public void MessageCommand_OnAMessage_ChecksItsText()
    {
        var asked = Asked(_payloads.MessageCommand(InteractionPlace.Server, "Check this message", "Nvidia rose."));

        Assert.Equal(new ChatRequest.CheckMessage("Nvidia rose."), asked.Request);
        Assert.Equal(ReplyAudience.Asker, asked.Request.Audience);
    }

    [Fact]
    public void MessageCommand_OnAForwardOrAnEmbed_ChecksWhatTheySay()
    {
        var payload = _payloads.MessageCommand(InteractionPlace.Server, "Check this message", string.Empty);
        var message = payload["data"]!["resolved"]!["messages"]!.AsObject().Single().Value!.AsObject();
        message["message_snapshots"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["content"] = "Forwarded." } });
        message["embeds"] = new JsonArray(new JsonObject { ["title"] = "Title.", ["description"] = "Words.", ["fields"] = new JsonArray(new JsonObject { ["name"] = "n", ["value"] = "Field." }) });

        Assert.Equal(new ChatRequest.CheckMessage("Forwarded.\nTitle.\nWords.\nField."), Asked(payload).Request);
    }

    [Fact]
    public void Button_OfTheBot_IsItsAction()
    {
        var asked = Asked(_payloads.Press(InteractionPlace.Server, new ChatAction.AskSuggestion(Answer, 2).Encode(), "77"));

        Assert.Equal(new ChatRequest.Press(new ChatAction.AskSuggestion(Answer, 2)), asked.Request);
        Assert.Equal("77", asked.ReplyTo.Message);
    }

    [Fact]
    public void Form_InRowsOfTheOlderKind_IsReadAsWell()
    {
        var payload = _payloads.Form(InteractionPlace.Server, new ChatAction.GiveFeedback(Answer).Encode(), ("x", "x"), ("y", "y"));
        payload["data"]!["components"] = new JsonArray(
            Row(FeedbackForm.ReasonField, "wrong-number"),
            Row(FeedbackForm.NoteField, "It was 17%."));

        Assert.Equal(new ChatRequest.Feedback(Answer, FeedbackReason.WrongNumber, "It was 17%."), Asked(payload).Request);
    }

    [Theory]
    [InlineData("somebody-elses", "outdated")]
    [InlineData("storybot.feedback.0123456789abcdef", "no-reason")]
    public void Form_ThatIsNotOurs_IsNotUnderstood(string customId, string reason)
    {
        var payload = _payloads.Form(InteractionPlace.Server, customId, (FeedbackForm.ReasonField, reason), (FeedbackForm.NoteField, string.Empty));

        Assert.IsType<DiscordInteraction.Unknown>(Translate(payload));
    }

    [Fact]
    public void Command_OfAnotherKind_IsNotUnderstood()
    {
        var payload = _payloads.Slash(InteractionPlace.Server, "profile");
        payload["data"]!["type"] = 2;

        Assert.IsType<DiscordInteraction.Unknown>(Translate(payload));
    }

    private static JsonObject Row(string id, string value) => new()
    {
        ["type"] = 1,
        ["components"] = new JsonArray(new JsonObject { ["type"] = 4, ["custom_id"] = id, ["value"] = value }),
    };

    private static ChatEvent Asked(JsonObject payload) => Assert.IsType<DiscordInteraction.Asked>(Translate(payload)).Event;

    private static DiscordInteraction? Translate(JsonObject payload) =>
        DiscordEventTranslator.Translate(JsonSerializer.SerializeToElement(payload), Now);
}
