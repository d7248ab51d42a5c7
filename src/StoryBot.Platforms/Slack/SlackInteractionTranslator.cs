using System.Text.Json;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Slack;

/// <summary>Turns presses of buttons, the message shortcut and the sent form into what they ask for. Safe to share between threads.</summary>
internal sealed class SlackInteractionTranslator(TimeProvider clock)
{
    private const string OwnButton = "storybot.";

    /// <summary>What the interaction asks for.</summary>
    /// <exception cref="SlackPayloadException">It lacks what every such interaction has.</exception>
    public SlackInteraction Translate(JsonElement payload) => payload.Need("type") switch
    {
        "block_actions" => Press(payload),
        "message_action" when payload.Text("callback_id") == SlackPlatform.CheckShortcut => Check(payload),
        "view_submission" when payload.Text("view", "callback_id") == FeedbackForm.Id => Feedback(payload),
        _ => new SlackInteraction.Nothing(),
    };

    private SlackInteraction Press(JsonElement payload)
    {
        var value = payload.Items("actions").Select(action => action.Text("value")).FirstOrDefault();
        if (value?.StartsWith(OwnButton, StringComparison.Ordinal) != true)
        {
            return new SlackInteraction.Nothing();
        }

        return ChatAction.Parse(value) switch
        {
            null when payload.Text("response_url") is { } url => new SlackInteraction.UnknownButton(url),
            null => new SlackInteraction.Nothing(),
            ChatAction.GiveFeedback feedback => new SlackInteraction.OpenForm(payload.Need("trigger_id"), new FeedbackContext(feedback.Answer, AddressOf(payload))),
            var action => Event(payload, AddressOf(payload), new ChatRequest.Press(action)),
        };
    }

    private SlackInteraction.Answer Check(JsonElement payload) =>
        Event(payload, AddressOf(payload), new ChatRequest.CheckMessage(payload.At("message") is { } message ? WordsOf(message) : string.Empty));

    private SlackInteraction.Answer Feedback(JsonElement payload)
    {
        if (FeedbackContext.Parse(payload.Text("view", "private_metadata")) is not { } context)
        {
            throw new SlackPayloadException("The form does not say which answer it is about.");
        }

        var reason = FeedbackForm.ParseReason(payload.Text("view", "state", "values", FeedbackForm.ReasonField, FeedbackForm.ReasonField, "selected_option", "value"))
            ?? throw new SlackPayloadException("The form has no reason.");
        var note = payload.Text("view", "state", "values", FeedbackForm.NoteField, FeedbackForm.NoteField, "value") ?? string.Empty;
        var address = context.ReplyTo with { Person = payload.Need("user", "id") };
        return Event(payload, address, new ChatRequest.Feedback(context.Answer, reason, note));
    }

    private SlackInteraction.Answer Event(JsonElement payload, ReplyAddress address, ChatRequest request) => new(new ChatEvent(
        // Interactions are never delivered again; the trigger tells a replayed request. A form has its view's id besides.
        SlackPlatform.EventId(payload.Text("trigger_id") ?? payload.Need("view", "id")),
        SlackPlatform.Conversation(address.Workspace, address.Channel, address.Thread) with { IsDirect = IsDirect(address) },
        new ChatPerson(payload.Need("user", "id")),
        address,
        request,
        clock.GetUtcNow()));

    private ReplyAddress AddressOf(JsonElement payload)
    {
        var user = payload.Need("user", "id");
        var url = payload.Text("response_url");

        // A button on the Home tab is in no channel. A message to the person's id goes to the direct message with the bot.
        return new ReplyAddress(SlackPlatform.Id, payload.Text("channel", "id") ?? payload.Text("container", "channel_id") ?? user)
        {
            Workspace = payload.Text("team", "id") ?? payload.Text("user", "team_id") ?? string.Empty,
            Thread = payload.Text("message", "thread_ts") ?? payload.Text("container", "thread_ts"),
            Message = payload.Text("message", "ts") ?? payload.Text("container", "message_ts"),
            Person = user,
            ResponseToken = url,
            ResponseEnds = url is null ? null : clock.GetUtcNow() + SlackPlatform.ResponseUrlLife,
        };
    }

    private static bool IsDirect(ReplyAddress address) => SlackPlatform.IsDirect(address.Channel) || address.Channel == address.Person;

    // What apps post often has its words in blocks or attachments alone.
    private static string WordsOf(JsonElement message)
    {
        var words = new[] { message.Text("text") }
            .Concat(message.Text("text") is null ? message.Items("blocks").Select(block => block.Text("text", "text")) : [])
            .Concat(message.Items("attachments").Select(attachment => attachment.Text("text") ?? attachment.Text("fallback")))
            .OfType<string>();
        return SlackText.Read(string.Join('\n', words));
    }
}
