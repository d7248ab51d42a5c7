using System.Globalization;
using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack.Methods;

/// <summary>What was written: <c>conversations.*</c>, and who the bot is.</summary>
internal sealed class ConversationMethods(SlackState state)
{
    public void AddTo(FakeSlack fake)
    {
        fake.AddMethod("auth.test", scope: null, _ => new JsonObject
        {
            ["ok"] = true,
            ["url"] = "https://fake.slack.test/",
            ["team"] = "Fake",
            ["user"] = "storybot",
            ["team_id"] = FakeSlack.TeamId,
            ["user_id"] = FakeSlack.BotUser,
            ["bot_id"] = FakeSlack.BotId,
            ["is_enterprise_install"] = false,
        });
        fake.AddMethod("conversations.open", "im:write", Open);
        fake.AddMethod("conversations.history", "channels:history", History);
        fake.AddMethod("conversations.replies", "channels:history", Replies);
    }

    private JsonObject Open(SlackCall call)
    {
        var person = call.Need("users", "users_list_not_supplied");
        return person is ['U' or 'W', ..]
            ? new JsonObject { ["ok"] = true, ["channel"] = new JsonObject { ["id"] = state.Direct(person).Id } }
            : throw new SlackRefusalException("user_not_found");
    }

    // Newest first, and nothing that is said in threads alone.
    private JsonObject History(SlackCall call)
    {
        var channel = Readable(call);
        var messages = state.Messages.Where(message => message.Channel == channel && message.OnlyFor is null && message.Thread is null);
        return Page(call, messages.Reverse());
    }

    // The thread's first message, and what was said to it, oldest first.
    private JsonObject Replies(SlackCall call)
    {
        var channel = Readable(call);
        var thread = call.Need("ts");
        var messages = state.Messages.Where(message => message.Channel == channel && message.OnlyFor is null && (message.Thread ?? message.Ts) == thread).ToList();
        return messages.Count == 0 ? throw new SlackRefusalException("thread_not_found") : Page(call, messages);
    }

    private string Readable(SlackCall call)
    {
        // Methods that read take forms only: arguments in JSON are not seen.
        if (call.ContentType == "application/json")
        {
            throw new SlackRefusalException("invalid_arguments");
        }

        var channel = state.ChannelOf(call.Need("channel", "channel_not_found"));
        return channel.HasBot ? channel.Id : throw new SlackRefusalException("not_in_channel");
    }

    private static JsonObject Page(SlackCall call, IEnumerable<FakeSlackMessage> messages)
    {
        var oldest = call.Text("oldest") is { } from ? decimal.Parse(from, CultureInfo.InvariantCulture) : 0;
        var limit = call.Text("limit") is { } most ? int.Parse(most, CultureInfo.InvariantCulture) : 100;
        var start = call.Text("cursor") is { } cursor ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        var found = messages.Where(message => decimal.Parse(message.Ts, CultureInfo.InvariantCulture) > oldest).ToList();
        var page = found.Skip(start).Take(limit).Select(message => message.ToJson(call.IsTrue("include_all_metadata")));
        var next = start + limit < found.Count ? (start + limit).ToString(CultureInfo.InvariantCulture) : string.Empty;
        return new JsonObject
        {
            ["ok"] = true,
            ["messages"] = new JsonArray([.. page]),
            ["has_more"] = next.Length > 0,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        };
    }
}
