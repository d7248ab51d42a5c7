using System.Text.Json;

namespace StoryBot.Platforms.Discord;

/// <summary>Reads the message that a message command was used on: what it says itself, what it forwards, and what its embeds say.</summary>
internal static class DiscordTargetMessage
{
    /// <summary>Its words; empty when it has none, as a picture.</summary>
    public static string TextOf(JsonElement interaction)
    {
        var id = interaction.Text("data", "target_id");
        return id is null ? string.Empty : string.Join("\n", Words(interaction.At("data", "resolved", "messages", id)).Where(text => !string.IsNullOrWhiteSpace(text)));
    }

    private static IEnumerable<string?> Words(JsonElement message)
    {
        yield return message.Text("content");
        foreach (var snapshot in message.Items("message_snapshots"))
        {
            foreach (var text in Words(snapshot.At("message")))
            {
                yield return text;
            }
        }

        foreach (var embed in message.Items("embeds"))
        {
            yield return embed.Text("title");
            yield return embed.Text("description");
            foreach (var field in embed.Items("fields"))
            {
                yield return field.Text("value");
            }
        }
    }
}
