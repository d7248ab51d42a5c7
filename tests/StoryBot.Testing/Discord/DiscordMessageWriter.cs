using System.Globalization;
using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord;

/// <summary>Turns what a client sends into the message that Discord makes of it.</summary>
internal sealed class DiscordMessageWriter(DiscordSnowflakes ids, TimeProvider clock, string botId)
{
    private static readonly string[] EmbedTexts = ["title", "description", "url", "color", "timestamp"];

    public string Now => clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>A new message without a word.</summary>
    public JsonObject Empty(string channel, int flags) => new()
    {
        ["type"] = 0,
        ["content"] = string.Empty,
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
        ["timestamp"] = Now,
        ["edited_timestamp"] = null,
        ["flags"] = flags,
        ["components"] = new JsonArray(),
        ["id"] = ids.Next(),
        ["channel_id"] = channel,
        ["author"] = DiscordUsers.Bot(botId),
        ["pinned"] = false,
        ["mention_everyone"] = false,
        ["tts"] = false,
    };

    /// <summary>Makes a reply of a message that names another.</summary>
    public static void Answer(JsonObject message, JsonObject fields, string? guild)
    {
        if (fields["message_reference"]?["message_id"]?.GetValue<string>() is { } answered)
        {
            message["type"] = 19;
            message["message_reference"] = new JsonObject { ["type"] = 0, ["message_id"] = answered, ["channel_id"] = message["channel_id"]!.GetValue<string>() };
            if (guild is not null)
            {
                message["message_reference"]!["guild_id"] = guild;
            }
        }
    }

    /// <summary>Puts what a request says into a message; what it does not name stays.</summary>
    public void Fill(JsonObject message, JsonObject fields, IReadOnlyList<DiscordFile> files)
    {
        var attachments = Attachments(message, fields, files);
        if (fields.ContainsKey("content"))
        {
            message["content"] = (fields["content"]?.GetValue<string>() ?? string.Empty).Trim();
        }

        if (fields.ContainsKey("embeds"))
        {
            message["embeds"] = new JsonArray([.. (fields["embeds"] as JsonArray ?? []).Select(embed => Embed(embed!.AsObject(), attachments))]);
        }

        if (fields.ContainsKey("components"))
        {
            message["components"] = Components(fields["components"] as JsonArray ?? []);
        }

        if (files.Count > 0 || fields.ContainsKey("attachments"))
        {
            message["attachments"] = attachments;
        }
    }

    private JsonArray Attachments(JsonObject message, JsonObject fields, IReadOnlyList<DiscordFile> files)
    {
        var described = (fields["attachments"] as JsonArray ?? []).Select(one => one!.AsObject()).ToList();
        var kept = message["attachments"]!.AsArray()
            .Where(old => described.Exists(one => one["id"]!.ToString() == old!["id"]!.ToString()))
            .Select(old => old!.DeepClone());
        var added = files.Select((file, index) =>
        {
            var words = described.FirstOrDefault(one => one["id"]!.ToString() == $"{index}");
            var name = words?["filename"]?.GetValue<string>() ?? file.Name;
            var attachment = new JsonObject
            {
                ["id"] = ids.Next(),
                ["filename"] = name,
                ["size"] = file.Bytes.Length,
                ["url"] = $"http://127.0.0.1/attachments/{name}",
                ["proxy_url"] = $"http://127.0.0.1/attachments/{name}",
            };
            if (words?["description"] is JsonValue description)
            {
                attachment["description"] = description.GetValue<string>();
            }

            return (JsonNode)attachment;
        });
        return new JsonArray([.. kept, .. added]);
    }

    private static JsonObject Embed(JsonObject sent, JsonArray attachments)
    {
        var embed = new JsonObject { ["type"] = "rich" };
        foreach (var name in EmbedTexts.Where(name => sent[name] is not null))
        {
            embed[name] = sent[name]!.DeepClone();
        }

        if (sent["footer"] is JsonObject footer)
        {
            embed["footer"] = new JsonObject { ["text"] = footer["text"]!.GetValue<string>() };
        }

        if (sent["fields"] is JsonArray fields)
        {
            embed["fields"] = new JsonArray([.. fields.Select(field => (JsonNode)new JsonObject
            {
                ["name"] = field!["name"]!.GetValue<string>(),
                ["value"] = field["value"]!.GetValue<string>(),
                ["inline"] = field["inline"]?.GetValue<bool>() ?? false,
            })]);
        }

        if (sent["image"]?["url"]?.GetValue<string>() is { } url)
        {
            var attached = attachments.FirstOrDefault(one => url == $"attachment://{one!["filename"]}");
            embed["image"] = new JsonObject { ["url"] = attached?["url"]!.GetValue<string>() ?? url };
        }

        return embed;
    }

    private static JsonArray Components(JsonArray sent)
    {
        var number = 0;
        return Numbered(sent);

        JsonArray Numbered(JsonArray components) => new([.. components.Select(component =>
        {
            var copy = new JsonObject { ["type"] = component!["type"]!.GetValue<int>(), ["id"] = ++number };
            foreach (var (name, value) in component.AsObject().Where(pair => pair.Value is not null && !copy.ContainsKey(pair.Key)))
            {
                copy[name] = name == "components" ? Numbered(value!.AsArray()) : value!.DeepClone();
            }

            return (JsonNode)copy;
        })]);
    }
}
