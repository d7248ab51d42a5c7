using System.Text.Json;
using System.Text.Json.Nodes;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// A call to Discord's interface. <see cref="Route"/> and <see cref="About"/> tell whose rate limit it counts for; the route
/// holds no token and may be logged, the path may not.
/// </summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The path with names in the place of ids and tokens.</param>
/// <param name="About">The channel or the token that has a limit of its own; empty for none.</param>
/// <param name="Path">The path below the base.</param>
internal sealed record DiscordRequest(HttpMethod Method, string Route, string About, string Path)
{
    /// <summary>The JSON; null for none.</summary>
    public byte[]? Json { get; init; }

    /// <summary>The files with their names, which make a body of several parts.</summary>
    public IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> Files { get; init; } = [];

    /// <summary>Whether the call goes by an interaction's token: without the bot's token, and not counted for the limit of all calls.</summary>
    public bool IsOfInteraction { get; init; }

    /// <summary>Whether doing it twice is as doing it once; otherwise it is not repeated when it may have worked.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Until when "unknown webhook" means that Discord has not taken in the acknowledgement yet; null for never.</summary>
    public DateTimeOffset? UnknownUntil { get; init; }

    /// <summary>When the call is no longer worth making; null for the client's own limit.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>Puts a message in the place of the first answer to an interaction.</summary>
    public static DiscordRequest EditOriginal(string application, string token, DiscordMessage message) =>
        OfWebhook(HttpMethod.Patch, "/messages/@original", application, token).With(message);

    /// <summary>Adds a message to the answer to an interaction.</summary>
    public static DiscordRequest FollowUp(string application, string token, DiscordMessage message) =>
        OfWebhook(HttpMethod.Post, "?wait=true", application, token).With(message) with { IsRepeatable = false };

    /// <summary>Posts a message to a channel; its nonce makes it harmless to repeat.</summary>
    public static DiscordRequest CreateMessage(string channel, DiscordMessage message) =>
        new DiscordRequest(HttpMethod.Post, "channels/{channel}/messages", channel, $"channels/{channel}/messages").With(message);

    /// <summary>The last messages of a channel.</summary>
    public static DiscordRequest ListMessages(string channel, int most) =>
        new(HttpMethod.Get, "channels/{channel}/messages", channel, $"channels/{channel}/messages?limit={most}");

    /// <summary>Shows that the bot is writing.</summary>
    public static DiscordRequest Typing(string channel) =>
        new(HttpMethod.Post, "channels/{channel}/typing", channel, $"channels/{channel}/typing");

    /// <summary>The direct channel with a person.</summary>
    public static DiscordRequest OpenDirect(string person) => new(HttpMethod.Post, "users/@me/channels", string.Empty, "users/@me/channels")
    {
        Json = JsonSerializer.SerializeToUtf8Bytes(new DiscordRecipient(person), DiscordJson.Default.DiscordRecipient),
    };

    /// <summary>The commands that are registered.</summary>
    public static DiscordRequest ListCommands(string application) =>
        new(HttpMethod.Get, "applications/{application}/commands", string.Empty, $"applications/{application}/commands");

    /// <summary>Registers these commands and no others.</summary>
    public static DiscordRequest OverwriteCommands(string application, JsonArray commands) => ListCommands(application) with
    {
        Method = HttpMethod.Put,
        Json = JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Default.JsonArray),
    };

    private static DiscordRequest OfWebhook(HttpMethod method, string rest, string application, string token) =>
        new(method, "webhooks/{application}/{token}" + rest, token, $"webhooks/{application}/{Uri.EscapeDataString(token)}{rest}") { IsOfInteraction = true };

    private DiscordRequest With(DiscordMessage message) => this with
    {
        Json = JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.DiscordMessage),
        Files = [.. message.Attachments.Select((file, index) => (file.Filename, message.Files[index]))],
    };
}
