using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord;

/// <summary>Where an interaction happens, and who causes it.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Person">The person.</param>
/// <param name="Guild">The server; null for a direct message.</param>
public sealed record InteractionPlace(string Channel, string Person, string? Guild)
{
    /// <summary>A channel of a server that the bot is in.</summary>
    public static InteractionPlace Server { get; } = new("800000000000000010", "700000000000000001", "600000000000000001");

    /// <summary>The direct message with the bot.</summary>
    public static InteractionPlace Direct { get; } = new("800000000000000020", "700000000000000001", null);

    /// <summary>A server that the bot is not in: only the person has installed it.</summary>
    public static InteractionPlace Foreign { get; } = new("800000000000000030", "700000000000000001", "600000000000000099") { IsUserInstall = true };

    /// <summary>Whether the bot is there because the person has installed it, not the server.</summary>
    public bool IsUserInstall { get; init; }

    /// <summary>Where the context is neither a server nor the direct message with the bot: 2, a private channel of the person's.</summary>
    public int Context { get; init; } = Guild is null ? 1 : 0;

    /// <summary>The channel that the channel, a thread, belongs to.</summary>
    public string? Parent { get; init; }

    /// <summary>The person's roles.</summary>
    public IReadOnlyList<string> Roles { get; init; } = ["500000000000000001"];

    /// <summary>The person's permissions.</summary>
    public string Permissions { get; init; } = "2147483648";
}

/// <summary>What Discord tells a bot, with real ids of now.</summary>
public sealed class InteractionPayloads(DiscordSnowflakes ids, string applicationId)
{
    /// <summary>Discord asks whether the endpoint is there.</summary>
    public JsonObject Ping() => Of(1, InteractionPlace.Direct, data: null);

    /// <summary>A slash command, such as <c>story quotes speaker:...</c>: the subcommands are in its name.</summary>
    public JsonObject Slash(InteractionPlace place, string name, params (string Name, string Value)[] options) =>
        Of(2, place, Command(name, [.. options.Select(option => new JsonObject { ["type"] = 3, ["name"] = option.Name, ["value"] = option.Value })]));

    /// <summary>An option that somebody is typing.</summary>
    public JsonObject Autocomplete(InteractionPlace place, string name, string option, string typed) =>
        Of(4, place, Command(name, [new JsonObject { ["type"] = 3, ["name"] = option, ["value"] = typed, ["focused"] = true }]));

    /// <summary>A command on a message.</summary>
    public JsonObject MessageCommand(InteractionPlace place, string name, string text)
    {
        var target = ids.Next();
        return Of(2, place, new JsonObject
        {
            ["id"] = "400000000000000002",
            ["name"] = name,
            ["type"] = 3,
            ["target_id"] = target,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [target] = Message(place, target, text) } },
        });
    }

    /// <summary>A press of a button under a message.</summary>
    public JsonObject Press(InteractionPlace place, string customId, string? message = null)
    {
        var press = Of(3, place, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2, ["id"] = 2 });
        press["message"] = Message(place, message ?? ids.Next(), "an answer");
        return press;
    }

    /// <summary>The feedback form, sent off: one choice and one text.</summary>
    public JsonObject Form(InteractionPlace place, string customId, (string Id, string Value) choice, (string Id, string Value) text) =>
        Of(5, place, new JsonObject
        {
            ["custom_id"] = customId,
            ["components"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = 18,
                    ["id"] = 1,
                    ["component"] = new JsonObject { ["type"] = 3, ["id"] = 2, ["custom_id"] = choice.Id, ["values"] = new JsonArray(choice.Value) },
                },
                new JsonObject
                {
                    ["type"] = 18,
                    ["id"] = 3,
                    ["component"] = new JsonObject { ["type"] = 4, ["id"] = 4, ["custom_id"] = text.Id, ["value"] = text.Value },
                }),
        });

    private static JsonObject Command(string name, JsonArray options)
    {
        var parts = name.Split(' ');
        for (var depth = parts.Length - 1; depth > 0; depth--)
        {
            // 1 is a subcommand; what holds one is a group, 2.
            var type = depth == parts.Length - 1 ? 1 : 2;
            options = [new JsonObject { ["type"] = type, ["name"] = parts[depth], ["options"] = options }];
        }

        return new JsonObject { ["id"] = "400000000000000001", ["name"] = parts[0], ["type"] = 1, ["options"] = options };
    }

    private JsonObject Of(int type, InteractionPlace place, JsonObject? data)
    {
        var interaction = new JsonObject
        {
            ["id"] = ids.Next(),
            ["application_id"] = applicationId,
            ["type"] = type,
            ["token"] = $"aW50ZXJhY3Rpb246{ids.Next()}",
            ["version"] = 1,
            ["entitlements"] = new JsonArray(),
            ["attachment_size_limit"] = 10485760,
        };
        if (data is null)
        {
            interaction["user"] = DiscordUsers.Person(place.Person);
            return interaction;
        }

        interaction["data"] = data;
        interaction["channel_id"] = place.Channel;
        interaction["channel"] = Channel(place);
        interaction["locale"] = "en-US";
        interaction["app_permissions"] = "2248473465835073";
        interaction["context"] = place.Context;
        interaction["authorizing_integration_owners"] = place.IsUserInstall
            ? new JsonObject { ["1"] = place.Person }
            : new JsonObject { ["0"] = place.Guild ?? "0" };
        AddPerson(interaction, place);
        return interaction;
    }

    private static void AddPerson(JsonObject interaction, InteractionPlace place)
    {
        if (place.Guild is null)
        {
            interaction["user"] = DiscordUsers.Person(place.Person);
            return;
        }

        interaction["guild_id"] = place.Guild;
        interaction["guild_locale"] = "en-US";
        interaction["guild"] = new JsonObject { ["id"] = place.Guild, ["locale"] = "en-US", ["features"] = new JsonArray() };
        interaction["member"] = new JsonObject
        {
            ["user"] = DiscordUsers.Person(place.Person),
            ["roles"] = new JsonArray([.. place.Roles.Select(role => (JsonNode)role)]),
            ["permissions"] = place.Permissions,
            ["joined_at"] = "2025-01-27T08:00:00.000000+00:00",
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
        };
    }

    private static JsonObject Channel(InteractionPlace place)
    {
        var channel = new JsonObject
        {
            ["id"] = place.Channel,
            ["type"] = place.Parent is not null ? 11 : place.Context switch { 0 => 0, 1 => 1, _ => 3 },
        };
        if (place.Parent is not null)
        {
            channel["parent_id"] = place.Parent;
        }

        if (place.Guild is not null)
        {
            channel["guild_id"] = place.Guild;
        }

        return channel;
    }

    private static JsonObject Message(InteractionPlace place, string id, string text) => new()
    {
        ["id"] = id,
        ["type"] = 0,
        ["channel_id"] = place.Channel,
        ["content"] = text,
        ["author"] = DiscordUsers.Person("700000000000000002"),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["mention_everyone"] = false,
        ["pinned"] = false,
        ["tts"] = false,
        ["timestamp"] = "2025-01-27T08:00:00.000000+00:00",
        ["edited_timestamp"] = null,
        ["flags"] = 0,
        ["components"] = new JsonArray(),
    };
}
