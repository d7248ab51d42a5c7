using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack.Methods;

/// <summary>Messages: <c>chat.*</c>.</summary>
internal sealed class ChatMethods(SlackState state, SlackFaults faults, Action<FakeSlackMessage> written)
{
    private readonly Dictionary<string, DateTimeOffset> _lastPost = [];

    public void AddTo(FakeSlack fake)
    {
        fake.AddMethod("chat.postMessage", "chat:write", Post);
        fake.AddMethod("chat.postEphemeral", "chat:write", PostEphemeral);
        fake.AddMethod("chat.update", "chat:write", Update);
        fake.AddMethod("chat.delete", "chat:write", Delete);
    }

    /// <summary>Checks what every message must keep to.</summary>
    public static void Check(SlackCall call)
    {
        var blocks = call.List("blocks") ?? [];
        if (call.Text("text") is null && blocks.Count == 0 && call.List("attachments") is null && call.Text("markdown_text") is null)
        {
            throw new SlackRefusalException("no_text");
        }

        if (BlockKitRules.CheckMessage(blocks) is { Count: > 0 } wrong)
        {
            throw new SlackRefusalException("invalid_blocks") { Details = wrong };
        }

        if (BlockKitRules.CountCharacters(blocks) > BlockKitRules.MostCharacters)
        {
            throw new SlackRefusalException("msg_blocks_too_long") { Details = ["the blocks have too many characters"] };
        }
    }

    /// <summary>The message that a call writes.</summary>
    public static FakeSlackMessage Message(SlackCall call, string channel, string ts) => new(channel, ts, FakeSlack.BotUser, call.Text("text") ?? string.Empty)
    {
        Thread = call.Text("thread_ts"),
        Blocks = call.List("blocks")?.DeepClone().AsArray() ?? [],
        Metadata = call.Arguments["metadata"]?.DeepClone() as JsonObject,
        IsFromBot = true,
    };

    private JsonObject Post(SlackCall call)
    {
        var channel = Place(call);
        Check(call);
        CheckMetadata(call);
        if (faults.LimitsChannels && _lastPost.TryGetValue(channel.Id, out var last) && call.At - last < TimeSpan.FromSeconds(1))
        {
            throw new SlackLimitException(1);
        }

        _lastPost[channel.Id] = call.At;
        var message = Message(call, channel.Id, state.NextTs(channel.Id));
        state.Messages.Add(message);
        written(message);
        return new JsonObject { ["ok"] = true, ["channel"] = channel.Id, ["ts"] = message.Ts, ["message"] = message.ToJson(withMetadata: true) };
    }

    private JsonObject PostEphemeral(SlackCall call)
    {
        var channel = Place(call);
        Check(call);
        var message = Message(call, channel.Id, state.NextTs(channel.Id)) with { OnlyFor = call.Need("user", "user_not_found") };
        state.Messages.Add(message);
        written(message);
        return new JsonObject { ["ok"] = true, ["message_ts"] = message.Ts };
    }

    private JsonObject Update(SlackCall call)
    {
        var channel = Place(call);
        Check(call);
        var at = Find(channel.Id, call.Need("ts", "message_not_found"));
        var changed = Message(call, channel.Id, state.Messages[at].Ts) with { Thread = state.Messages[at].Thread };
        state.Messages[at] = changed;
        written(changed);
        return new JsonObject { ["ok"] = true, ["channel"] = channel.Id, ["ts"] = changed.Ts, ["text"] = changed.Text, ["message"] = changed.ToJson(withMetadata: true) };
    }

    private JsonObject Delete(SlackCall call)
    {
        var channel = Place(call);
        var at = Find(channel.Id, call.Need("ts", "message_not_found"));
        var ts = state.Messages[at].Ts;
        state.Messages.RemoveAt(at);
        return new JsonObject { ["ok"] = true, ["channel"] = channel.Id, ["ts"] = ts };
    }

    private int Find(string channel, string ts)
    {
        var at = state.Messages.FindIndex(message => message.Channel == channel && message.Ts == ts && message.OnlyFor is null);
        if (at < 0)
        {
            throw new SlackRefusalException("message_not_found");
        }

        return state.Messages[at].IsFromBot ? at : throw new SlackRefusalException("cant_update_message");
    }

    private FakeSlackChannel Place(SlackCall call)
    {
        var channel = state.ChannelOf(call.Need("channel", "channel_not_found"));
        return channel switch
        {
            { HasBot: false } => throw new SlackRefusalException("not_in_channel"),
            { IsArchived: true } => throw new SlackRefusalException("is_archived"),
            { IsRestricted: true } => throw new SlackRefusalException("restricted_action"),
            _ => channel,
        };
    }

    private static void CheckMetadata(SlackCall call)
    {
        if (call.Arguments["metadata"] is { } metadata && (metadata["event_type"] is null || metadata["event_payload"] is not JsonObject))
        {
            throw new SlackRefusalException("invalid_metadata_format");
        }
    }
}
