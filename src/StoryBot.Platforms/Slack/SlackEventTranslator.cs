using System.Text.Json;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// Turns what the Events API delivers into chat events: direct messages, mentions, replies in threads, the opened Home tab.
/// Everything else, and all that bots write, is nobody's question. Safe to share between threads.
/// </summary>
internal sealed class SlackEventTranslator(SlackIdentity identity, TimeProvider clock)
{
    /// <summary>The event as a chat event; null when there is nothing to answer.</summary>
    /// <exception cref="SlackPayloadException">It lacks what every such event has.</exception>
    public ChatEvent? Translate(JsonElement payload)
    {
        if (payload.At("event") is not { ValueKind: JsonValueKind.Object } inner)
        {
            throw new SlackPayloadException("The payload has no \"event\".");
        }

        var own = identity.UserId ?? OwnUserIn(payload);
        return inner.Need("type") switch
        {
            "message" => Message(payload, inner, own),
            "app_mention" => Mention(payload, inner, own),
            "app_home_opened" when inner.Text("tab") == "home" => Home(payload, inner),
            _ => null,
        };
    }

    // Edits, deletions, joins and the like are messages with a subtype; these two are ordinary messages with something added.
    private static bool IsTyped(JsonElement inner, string? own) =>
        inner.Text("subtype") is null or "file_share" or "thread_broadcast"
        && inner.At("bot_id") is null or { ValueKind: JsonValueKind.Null }
        && inner.Text("user") is { } user && user != own && user != "USLACKBOT";

    private static string? OwnUserIn(JsonElement payload) =>
        payload.Items("authorizations").Where(entry => entry.IsTrue("is_bot")).Select(entry => entry.Text("user_id")).FirstOrDefault();

    private static string TeamOf(JsonElement payload, JsonElement inner) => payload.Text("team_id") ?? inner.Text("team") ?? string.Empty;

    private ChatEvent? Message(JsonElement payload, JsonElement inner, string? own)
    {
        if (!IsTyped(inner, own))
        {
            return null;
        }

        var isDirect = inner.Text("channel_type") == "im" || SlackPlatform.IsDirect(inner.Need("channel"));
        return isDirect || IsReplyToNobodyElse(inner)
            ? Ask(payload, inner, inner.Text("thread_ts"), new ChatRequest.Message(SlackText.Read(inner.Text("text"), own)) { IsAddressed = isDirect })
            : null;
    }

    // A reply in a thread may go on with a conversation with the bot. One that names somebody is for that somebody; and one
    // that names the bot is delivered as a mention besides.
    private static bool IsReplyToNobodyElse(JsonElement inner) =>
        inner.Text("thread_ts") is { } thread && thread != inner.Text("ts") && !SlackText.Mentions(inner.Text("text")).Any();

    private ChatEvent? Mention(JsonElement payload, JsonElement inner, string? own)
    {
        // A direct message that names the bot is delivered as a message already.
        if (!IsTyped(inner, own) || SlackPlatform.IsDirect(inner.Need("channel")))
        {
            return null;
        }

        // The thread under the mention is the conversation, so that what is said there goes on with it.
        var thread = inner.Text("thread_ts") ?? inner.Need("ts");
        var text = SlackText.Read(inner.Text("text"), own ?? SlackText.Mentions(inner.Text("text")).FirstOrDefault());
        return Ask(payload, inner, thread, new ChatRequest.Message(text));
    }

    private ChatEvent Ask(JsonElement payload, JsonElement inner, string? thread, ChatRequest request)
    {
        var team = TeamOf(payload, inner);
        var channel = inner.Need("channel");
        var user = inner.Need("user");
        return new ChatEvent(
            SlackPlatform.EventId(payload.Need("event_id")),
            SlackPlatform.Conversation(team, channel, thread),
            new ChatPerson(user),
            new ReplyAddress(SlackPlatform.Id, channel) { Workspace = team, Thread = thread, Message = inner.Need("ts"), Person = user },
            request,
            clock.GetUtcNow());
    }

    private ChatEvent Home(JsonElement payload, JsonElement inner)
    {
        var team = TeamOf(payload, inner);
        var user = inner.Need("user");
        var channel = inner.Text("channel") ?? string.Empty;
        return new ChatEvent(
            SlackPlatform.EventId(payload.Need("event_id")),
            new ConversationKey(SlackPlatform.Id, team, channel, null) { IsDirect = true },
            new ChatPerson(user),
            new ReplyAddress(SlackPlatform.Id, channel) { Workspace = team, Person = user, IsHome = true },
            new ChatRequest.OpenHome(),
            clock.GetUtcNow());
    }
}
