using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord.Rest;

/// <summary>The application itself, its commands, and where its gateway is.</summary>
internal sealed class ApplicationRoutes(DiscordState state, DiscordSnowflakes ids, string applicationId, Func<string> gatewayUrl)
{
    private const string Commands = "/applications/{application_id}/commands";
    private const string GuildCommands = "/applications/{application_id}/guilds/{guild_id}/commands";

    // Both are kept as they are sent; everything else of an answer is Discord's own.
    private static readonly string[] Kept = ["name", "description", "options", "contexts", "integration_types", "dm_permission"];

    public IEnumerable<DiscordRoute> All =>
    [
        new("get", "/users/@me", _ => DiscordAnswer.Ok(Me())),
        new("get", "/gateway", _ => DiscordAnswer.Ok(new JsonObject { ["url"] = gatewayUrl() })),
        new("get", "/gateway/bot", _ => DiscordAnswer.Ok(Gateway())),
        new("get", Commands, call => OfApplication(call, () => List(string.Empty))),
        new("put", Commands, call => OfApplication(call, () => Overwrite(call, string.Empty))),
        new("get", GuildCommands, call => OfApplication(call, () => List(call.Values["guild_id"]))),
        new("put", GuildCommands, call => OfApplication(call, () => Overwrite(call, call.Values["guild_id"]))),
    ];

    private JsonObject Me()
    {
        var me = DiscordUsers.Bot(applicationId);
        me["mfa_enabled"] = true;
        me["locale"] = "en-US";
        return me;
    }

    private JsonObject Gateway() => new()
    {
        ["url"] = gatewayUrl(),
        ["shards"] = 1,
        ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = 999, ["reset_after"] = 14400000, ["max_concurrency"] = 1 },
    };

    private DiscordAnswer OfApplication(DiscordCall call, Func<DiscordAnswer> act) => call.Values["application_id"] == applicationId
        ? act()
        : DiscordAnswer.Error(404, 10002, "Unknown Application");

    private DiscordAnswer List(string guild) => DiscordAnswer.Ok(state.Commands.GetValueOrDefault(guild)?.DeepClone() ?? new JsonArray());

    private DiscordAnswer Overwrite(DiscordCall call, string guild)
    {
        var before = state.Commands.GetValueOrDefault(guild) ?? [];
        var sent = call.Body as JsonArray ?? [];
        var keys = sent.Select(command => (TypeOf(command!), command!["name"]!.GetValue<string>())).ToList();
        if (keys.Distinct().Count() != keys.Count)
        {
            return DiscordAnswer.Invalid("Application command names must be unique");
        }

        state.Commands[guild] = new JsonArray([.. sent.Select(command => (JsonNode)Keep(command!.AsObject(), before))]);
        return List(guild);
    }

    private JsonObject Keep(JsonObject command, JsonArray before)
    {
        var same = before.FirstOrDefault(old => TypeOf(old!) == TypeOf(command) && old!["name"]!.GetValue<string>() == command["name"]!.GetValue<string>());
        var kept = new JsonObject
        {
            ["id"] = same?["id"]!.GetValue<string>() ?? ids.Next(),
            ["application_id"] = applicationId,
            ["version"] = ids.Next(),
            ["default_member_permissions"] = command["default_member_permissions"]?.ToString(),
            ["type"] = TypeOf(command),
            ["nsfw"] = false,
            ["description"] = string.Empty,
            ["dm_permission"] = true,
            ["contexts"] = null,
            ["integration_types"] = new JsonArray(0),
        };
        foreach (var name in Kept.Where(name => command[name] is not null))
        {
            kept[name] = command[name]!.DeepClone();
        }

        WithoutDefaults(kept["options"]);
        return kept;
    }

    // Discord does not repeat what is false or empty.
    private static void WithoutDefaults(JsonNode? options)
    {
        foreach (var option in (options as JsonArray ?? []).Select(one => one!.AsObject()))
        {
            foreach (var name in new[] { "required", "autocomplete" }.Where(name => option[name] is JsonValue value && !value.GetValue<bool>()).ToList())
            {
                option.Remove(name);
            }

            if (option["options"] is JsonArray { Count: 0 })
            {
                option.Remove("options");
            }

            WithoutDefaults(option["options"]);
        }
    }

    private static int TypeOf(JsonNode command) => command["type"]?.GetValue<int>() ?? 1;
}
