using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord.Rest;

/// <summary>Channels and the messages in them.</summary>
internal sealed class ChannelRoutes(DiscordState state, DiscordSnowflakes ids, Action<FakeMessage> created)
{
    private const int NonceLength = 25;

    public IEnumerable<DiscordRoute> All =>
    [
        new("post", "/users/@me/channels", OpenDirect),
        new("post", "/channels/{channel_id}/messages", Post),
        new("get", "/channels/{channel_id}/messages", List),
        new("get", "/channels/{channel_id}/messages/{message_id}", call => OnMessage(call, message => DiscordAnswer.Ok(message.Json))),
        new("patch", "/channels/{channel_id}/messages/{message_id}", call => OnMessage(call, message => Edit(call, message))),
        new("delete", "/channels/{channel_id}/messages/{message_id}", call => OnMessage(call, Delete)),
        new("post", "/channels/{channel_id}/typing", call => Refuse(call) ?? DiscordAnswer.NoContent),
    ];

    private DiscordAnswer OpenDirect(DiscordCall call)
    {
        if (call.Fields["recipient_id"]?.GetValue<string>() is not { } person)
        {
            return DiscordAnswer.Invalid("recipient_id: This field is required");
        }

        var channel = state.Channels.Values.FirstOrDefault(one => one.Person == person)
            ?? new FakeChannel(ids.Next(), Guild: null) { Person = person };
        state.Channels[channel.Id] = channel;
        return DiscordAnswer.Ok(new JsonObject
        {
            ["id"] = channel.Id,
            ["type"] = 1,
            ["flags"] = 0,
            ["last_message_id"] = null,
            ["recipients"] = new JsonArray(DiscordUsers.Person(person)),
        });
    }

    private DiscordAnswer Post(DiscordCall call)
    {
        var channel = call.Values["channel_id"];
        if ((Refuse(call) ?? DiscordRules.Refuse(call.Fields, call.Files)) is { } refusal)
        {
            return refusal;
        }

        if (call.Fields["message_reference"] is not null && state.Channels[channel] is { BotReads: false, Guild: not null })
        {
            return DiscordAnswer.Error(400, 160002, "Cannot reply without permission to read message history");
        }

        var nonce = call.Fields["nonce"]?.ToString();
        if (nonce?.Length > NonceLength)
        {
            return DiscordAnswer.Invalid("nonce: Must be 25 or fewer in length.");
        }

        if (nonce is not null && call.Fields["enforce_nonce"]?.GetValue<bool>() == true && state.WithNonce(channel, nonce) is { } before)
        {
            return DiscordAnswer.Ok(before.Json.DeepClone());
        }

        var message = state.Create(channel, call.Fields, call.Files);
        created(message);
        return DiscordAnswer.Ok(message.Json);
    }

    private DiscordAnswer List(DiscordCall call)
    {
        if (Refuse(call, toRead: true) is { } refusal)
        {
            return refusal;
        }

        var most = int.Parse(call.Query.GetValueOrDefault("limit") ?? "50");
        return DiscordAnswer.Ok(new JsonArray([.. state.Messages
            .Where(message => message.Channel == call.Values["channel_id"] && !message.IsEphemeral)
            .Reverse()
            .Take(most)
            .Select(message => (JsonNode)message.Json)]));
    }

    private DiscordAnswer OnMessage(DiscordCall call, Func<FakeMessage, DiscordAnswer> act)
    {
        var found = state.Find(call.Values["channel_id"], call.Values["message_id"]);
        return Refuse(call, toRead: true) ?? (found is null ? DiscordAnswer.Error(404, 10008, "Unknown Message") : act(found));
    }

    private DiscordAnswer Edit(DiscordCall call, FakeMessage message) =>
        DiscordRules.Refuse(call.Fields, call.Files, mayBeEmpty: true) ?? DiscordAnswer.Ok(state.Edit(message, call.Fields, call.Files).Json);

    private DiscordAnswer Delete(FakeMessage message)
    {
        state.Remove(message.Id);
        return DiscordAnswer.NoContent;
    }

    private DiscordAnswer? Refuse(DiscordCall call, bool toRead = false)
    {
        var channel = state.Channels.GetValueOrDefault(call.Values["channel_id"]);
        return channel is null ? DiscordAnswer.Error(404, 10003, "Unknown Channel")
            : !channel.BotSees ? DiscordAnswer.Error(403, 50001, "Missing Access")
            : !channel.BotWrites && !toRead ? Forbidden(channel)
            : !channel.BotReads && toRead ? DiscordAnswer.Error(403, 50013, "Missing Permissions")
            : null;
    }

    private static DiscordAnswer Forbidden(FakeChannel channel) => channel.Guild is null
        ? DiscordAnswer.Error(403, 50007, "Cannot send messages to this user")
        : DiscordAnswer.Error(403, 50013, "Missing Permissions");
}
