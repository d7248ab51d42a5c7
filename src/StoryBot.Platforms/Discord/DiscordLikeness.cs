using System.Text.Json;

namespace StoryBot.Platforms.Discord;

/// <summary>Whether a message in a channel is one that was sent. Pure.</summary>
internal static class DiscordLikeness
{
    // https://discord.com/developers/docs/reference#snowflakes
    private const int TimeBits = 22;

    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    /// <summary>Compares what both say; Discord takes blanks off the ends.</summary>
    public static bool IsSame(JsonElement posted, DiscordMessage sent)
    {
        var embeds = posted.Items("embeds").ToList();
        return Same(posted.Text("content"), sent.Content)
            && embeds.Count == sent.Embeds.Count
            && embeds.Zip(sent.Embeds).All(pair => Same(pair.First.Text("title"), pair.Second.Title) && Same(pair.First.Text("description"), pair.Second.Description));
    }

    /// <summary>Whether a message was there before a moment, for certain: an id holds Discord's time, and clocks differ.</summary>
    public static bool IsOlder(JsonElement posted, DateTimeOffset? moment) =>
        moment is { } madeAt && ulong.TryParse(posted.Text("id"), out var id) && Epoch.AddMilliseconds(id >> TimeBits) < madeAt - ClocksDiffer;

    private static bool Same(string? one, string? other) => string.Equals(one?.Trim() ?? string.Empty, other?.Trim() ?? string.Empty, StringComparison.Ordinal);
}
