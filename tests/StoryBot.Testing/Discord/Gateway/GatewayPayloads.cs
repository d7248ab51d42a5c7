using System.Globalization;
using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord.Gateway;

/// <summary>What only the gateway tells of: messages, and forms in the shape that older libraries read.</summary>
public sealed class GatewayPayloads(FakeDiscord discord, TimeProvider clock)
{
    /// <summary>A message in a place; what it mentions is read from its text.</summary>
    public JsonObject Message(InteractionPlace place, string text)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(text);
        var message = new JsonObject
        {
            ["id"] = discord.Ids.Next(),
            ["type"] = 0,
            ["channel_id"] = place.Channel,
            ["author"] = DiscordUsers.Person(place.Person),
            ["content"] = text,
            ["timestamp"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture),
            ["edited_timestamp"] = null,
            ["tts"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(MentionsBot(text) ? [DiscordUsers.Bot(FakeDiscord.ApplicationId)] : []),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = new JsonArray(),
            ["embeds"] = new JsonArray(),
            ["components"] = new JsonArray(),
            ["pinned"] = false,
            ["flags"] = 0,
        };
        if (place.Guild is not null)
        {
            message["guild_id"] = place.Guild;
            message["member"] = new JsonObject
            {
                ["roles"] = new JsonArray([.. place.Roles.Select(role => (JsonNode)role)]),
                ["joined_at"] = "2025-01-27T08:00:00.000000+00:00",
                ["deaf"] = false,
                ["mute"] = false,
                ["flags"] = 0,
            };
        }

        return message;
    }

    /// <summary>A form of text fields in rows, sent off: what was typed, by the fields' ids.</summary>
    public JsonObject Form(InteractionPlace place, string customId, IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var form = discord.Interactions.Payloads.Form(place, customId, ("", ""), ("", ""));
        form["data"]!["components"] = new JsonArray([.. fields.Select(field => new JsonObject
        {
            ["type"] = 1,
            ["components"] = new JsonArray(new JsonObject { ["type"] = 4, ["custom_id"] = field.Key, ["value"] = field.Value }),
        })]);
        return form;
    }

    private static bool MentionsBot(string text) =>
        text.Contains($"<@{FakeDiscord.ApplicationId}>", StringComparison.Ordinal) || text.Contains($"<@!{FakeDiscord.ApplicationId}>", StringComparison.Ordinal);
}
