using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack.Methods;

/// <summary>Forms, the Home tab and the working status: <c>views.*</c>, <c>assistant.threads.*</c>.</summary>
internal sealed class ViewMethods(SlackState state, Action<JsonObject> opened)
{
    public void AddTo(FakeSlack fake)
    {
        fake.AddMethod("views.open", scope: null, Open);
        fake.AddMethod("views.publish", scope: null, Publish);
        fake.AddMethod("assistant.threads.setStatus", "chat:write", SetStatus);
    }

    private JsonObject Open(SlackCall call)
    {
        var trigger = call.Need("trigger_id", "invalid_trigger_id");
        if (!state.Triggers.TryGetValue(trigger, out var ends))
        {
            throw new SlackRefusalException("invalid_trigger_id");
        }

        if (ends is null)
        {
            throw new SlackRefusalException("exchanged_trigger_id");
        }

        state.Triggers[trigger] = null;
        if (ends < call.At)
        {
            throw new SlackRefusalException("expired_trigger_id");
        }

        var view = View(call, "modal");
        opened(view.DeepClone().AsObject());
        return new JsonObject { ["ok"] = true, ["view"] = view.DeepClone() };
    }

    private JsonObject Publish(SlackCall call)
    {
        var view = View(call, "home");
        state.Homes[call.Need("user_id")] = view;
        return new JsonObject { ["ok"] = true, ["view"] = view.DeepClone() };
    }

    private JsonObject SetStatus(SlackCall call)
    {
        var channel = state.ChannelOf(call.Need("channel_id", "channel_not_found"));
        state.Statuses.Add((channel.Id, call.Need("thread_ts", "invalid_thread_ts"), call.Text("status") ?? string.Empty));
        return new JsonObject { ["ok"] = true };
    }

    private JsonObject View(SlackCall call, string type)
    {
        if (call.Arguments["view"]?.DeepClone() is not JsonObject view || (string?)view["type"] != type)
        {
            throw new SlackRefusalException("invalid_arguments");
        }

        if (BlockKitRules.CheckView(view) is { Count: > 0 } wrong)
        {
            throw new SlackRefusalException("invalid_arguments") { Details = wrong };
        }

        view["id"] = $"V{state.NextNumber():D8}";
        return view;
    }
}
