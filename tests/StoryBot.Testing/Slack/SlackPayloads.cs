using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack;

/// <summary>Payloads in the form in which Slack sends them, by webhook or socket. Pure.</summary>
public static class SlackPayloads
{
    /// <summary>The envelope of an event.</summary>
    public static JsonObject Callback(JsonObject inner, string eventId, DateTimeOffset at) => new()
    {
        ["token"] = "verification",
        ["team_id"] = FakeSlack.TeamId,
        ["api_app_id"] = FakeSlack.AppId,
        ["type"] = "event_callback",
        ["event_id"] = eventId,
        ["event_time"] = at.ToUnixTimeSeconds(),
        ["is_ext_shared_channel"] = false,
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["team_id"] = FakeSlack.TeamId,
            ["user_id"] = FakeSlack.BotUser,
            ["is_bot"] = true,
            ["is_enterprise_install"] = false,
        }),
        ["event"] = inner.DeepClone(),
    };

    /// <summary>A message, a person's or the bot's own.</summary>
    public static JsonObject Message(FakeSlackMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var inner = message.ToJson(withMetadata: true);
        inner["channel"] = message.Channel;
        inner["channel_type"] = message.Channel[0] == 'D' ? "im" : "channel";
        inner["event_ts"] = message.Ts;
        inner["team"] = FakeSlack.TeamId;
        return inner;
    }

    /// <summary>A message that names the bot.</summary>
    public static JsonObject Mention(FakeSlackMessage message)
    {
        var inner = Message(message);
        inner["type"] = "app_mention";
        inner.Remove("channel_type");
        return inner;
    }

    /// <summary>A message that was edited.</summary>
    public static JsonObject Edited(FakeSlackMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = "message_changed",
            ["channel"] = message.Channel,
            ["channel_type"] = message.Channel[0] == 'D' ? "im" : "channel",
            ["ts"] = message.Ts,
            ["message"] = message.ToJson(withMetadata: true),
        };
    }

    /// <summary>The Home tab was opened.</summary>
    public static JsonObject HomeOpened(string person, string channel, string tab = "home") => new()
    {
        ["type"] = "app_home_opened",
        ["user"] = person,
        ["channel"] = channel,
        ["tab"] = tab,
        ["event_ts"] = "1738000000.000100",
    };

    /// <summary>The fields of a slash command.</summary>
    public static Dictionary<string, string> Command(string command, string text, string person, string channel, string responseUrl, string trigger) => new()
    {
        ["token"] = "verification",
        ["team_id"] = FakeSlack.TeamId,
        ["team_domain"] = "fake",
        ["channel_id"] = channel,
        ["channel_name"] = channel is ['D', ..] ? "directmessage" : "general",
        ["user_id"] = person,
        ["user_name"] = "someone",
        ["command"] = command,
        ["text"] = text,
        ["api_app_id"] = FakeSlack.AppId,
        ["is_enterprise_install"] = "false",
        ["response_url"] = responseUrl,
        ["trigger_id"] = trigger,
    };

    /// <summary>A press of a button.</summary>
    public static JsonObject Press(FakeSlackMessage message, (string Label, string Value, string ActionId) button, string person, string responseUrl, string trigger)
    {
        ArgumentNullException.ThrowIfNull(message);
        var payload = Interaction("block_actions", message, person, responseUrl, trigger);
        payload["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = message.Channel,
            ["is_ephemeral"] = message.OnlyFor is not null,
        };
        payload["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = button.ActionId,
            ["block_id"] = "b1",
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = button.Label, ["emoji"] = false },
            ["value"] = button.Value,
            ["action_ts"] = message.Ts,
        });

        // Slack does not show apps their own ephemeral messages again.
        if (message.OnlyFor is not null)
        {
            payload.Remove("message");
        }

        return payload;
    }

    /// <summary>The message shortcut.</summary>
    public static JsonObject CheckMessage(FakeSlackMessage message, string person, string responseUrl, string trigger)
    {
        ArgumentNullException.ThrowIfNull(message);
        var payload = Interaction("message_action", message, person, responseUrl, trigger);
        payload["callback_id"] = "check_message";
        payload["message_ts"] = message.Ts;
        return payload;
    }

    /// <summary>A form that was sent off.</summary>
    public static JsonObject Submission(JsonObject view, string reason, string? note, string person, string trigger)
    {
        ArgumentNullException.ThrowIfNull(view);
        var sent = view.DeepClone().AsObject();
        sent["state"] = new JsonObject
        {
            ["values"] = new JsonObject
            {
                ["reason"] = new JsonObject { ["reason"] = new JsonObject { ["type"] = "radio_buttons", ["selected_option"] = new JsonObject { ["value"] = reason } } },
                ["note"] = new JsonObject { ["note"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = note } },
            },
        };
        return new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = FakeSlack.TeamId, ["domain"] = "fake" },
            ["user"] = new JsonObject { ["id"] = person, ["username"] = "someone", ["team_id"] = FakeSlack.TeamId },
            ["api_app_id"] = FakeSlack.AppId,
            ["trigger_id"] = trigger,
            ["view"] = sent,
        };
    }

    private static JsonObject Interaction(string type, FakeSlackMessage message, string person, string responseUrl, string trigger) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = FakeSlack.TeamId, ["domain"] = "fake" },
        ["user"] = new JsonObject { ["id"] = person, ["username"] = "someone", ["team_id"] = FakeSlack.TeamId },
        ["api_app_id"] = FakeSlack.AppId,
        ["channel"] = new JsonObject { ["id"] = message.Channel, ["name"] = "general" },
        ["message"] = message.ToJson(withMetadata: false),
        ["response_url"] = responseUrl,
        ["trigger_id"] = trigger,
    };
}
