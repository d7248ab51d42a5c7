using System.Text.Json;

namespace StoryBot.Platforms.Discord;

/// <summary>Whether a message in a channel is one that was sent. Pure.</summary>
internal static class DiscordLikeness
{
    /// <summary>Compares what both say; Discord takes blanks off the ends.</summary>
    public static bool IsSame(JsonElement posted, DiscordMessage sent)
    {
        var embeds = posted.Items("embeds").ToList();
        return Same(posted.Text("content"), sent.Content)
            && embeds.Count == sent.Embeds.Count
            && embeds.Zip(sent.Embeds).All(pair => Same(pair.First.Text("title"), pair.Second.Title) && Same(pair.First.Text("description"), pair.Second.Description));
    }

    private static bool Same(string? one, string? other) => string.Equals(one?.Trim() ?? string.Empty, other?.Trim() ?? string.Empty, StringComparison.Ordinal);
}
