using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord.Rest;

/// <summary>First answers to interactions, and what follows them by the interaction's token.</summary>
internal sealed class InteractionRoutes(DiscordState state, Action<FakeMessage> created)
{
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";

    public IEnumerable<DiscordRoute> All =>
    [
        new("post", "/interactions/{interaction_id}/{interaction_token}/callback", Answer),
        new("post", Webhook, FollowUp),
        new("get", Webhook + "/messages/@original", call => OnOriginal(call, message => DiscordAnswer.Ok(message.Json))),
        new("patch", Webhook + "/messages/@original", call => OnOriginal(call, message => Edit(call, message))),
        new("delete", Webhook + "/messages/@original", call => OnOriginal(call, Delete)),
        new("get", Webhook + "/messages/{message_id}", call => OnMessage(call, message => DiscordAnswer.Ok(message.Json))),
        new("patch", Webhook + "/messages/{message_id}", call => OnMessage(call, message => Edit(call, message))),
        new("delete", Webhook + "/messages/{message_id}", call => OnMessage(call, Delete)),
    ];

    private DiscordAnswer Answer(DiscordCall call)
    {
        if (!state.Interactions.TryGetValue(call.Values["interaction_token"], out var interaction) || interaction.Id != call.Values["interaction_id"])
        {
            return DiscordAnswer.Error(404, 10062, "Unknown interaction");
        }

        if (state.Answer(interaction, call.Fields, call.Files) is { } refusal)
        {
            return refusal;
        }

        if (Original(interaction) is { } message)
        {
            created(message);
        }

        return call.Query.GetValueOrDefault("with_response") == "true" ? DiscordAnswer.Ok(Resource(interaction)) : DiscordAnswer.NoContent;
    }

    private JsonObject Resource(FakeInteraction interaction)
    {
        var about = new JsonObject { ["id"] = interaction.Id, ["type"] = interaction.Type };
        var resource = new JsonObject { ["interaction"] = about };
        if (Original(interaction) is { } message)
        {
            about["response_message_id"] = message.Id;
            about["response_message_loading"] = message.IsLoading;
            about["response_message_ephemeral"] = message.IsEphemeral;
            if (interaction.AnsweredWith is 4 or 7)
            {
                resource["resource"] = new JsonObject { ["type"] = interaction.AnsweredWith, ["message"] = message.Json };
            }
        }

        return resource;
    }

    // The first message after a placeholder takes its place, and with it who sees it.
    private DiscordAnswer FollowUp(DiscordCall call)
    {
        if (state.OpenBy(call.Values["webhook_token"], out var refused) is not { } interaction)
        {
            return refused!;
        }

        if (DiscordRules.Refuse(call.Fields, call.Files) is { } refusal)
        {
            return refusal;
        }

        var flags = (call.Fields["flags"]?.GetValue<int>() ?? 0) & FakeMessage.Ephemeral;
        var message = Original(interaction) is { IsLoading: true } placeholder
            ? state.Edit(placeholder, call.Fields, call.Files)
            : state.Create(interaction.Channel, call.Fields, call.Files, flags, interaction.Id);
        created(message);
        return DiscordAnswer.Ok(message.Json);
    }

    private DiscordAnswer OnOriginal(DiscordCall call, Func<FakeMessage, DiscordAnswer> act)
    {
        if (state.OpenBy(call.Values["webhook_token"], out var refused) is not { } interaction)
        {
            return refused!;
        }

        return Original(interaction) is { } message ? act(message) : DiscordAnswer.Error(404, 10008, "Unknown Message");
    }

    private DiscordAnswer OnMessage(DiscordCall call, Func<FakeMessage, DiscordAnswer> act)
    {
        if (state.OpenBy(call.Values["webhook_token"], out var refused) is not { } interaction)
        {
            return refused!;
        }

        return state.Find(interaction.Channel, call.Values["message_id"]) is { } message && message.Interaction == interaction.Id
            ? act(message)
            : DiscordAnswer.Error(404, 10008, "Unknown Message");
    }

    private DiscordAnswer Edit(DiscordCall call, FakeMessage message) =>
        DiscordRules.Refuse(call.Fields, call.Files, mayBeEmpty: !message.IsLoading)
        ?? DiscordAnswer.Ok(state.Edit(message, call.Fields, call.Files).Json);

    private DiscordAnswer Delete(FakeMessage message)
    {
        state.Remove(message.Id);
        return DiscordAnswer.NoContent;
    }

    private FakeMessage? Original(FakeInteraction interaction) =>
        interaction.Original is { } id ? state.Find(interaction.Channel, id) : null;
}
