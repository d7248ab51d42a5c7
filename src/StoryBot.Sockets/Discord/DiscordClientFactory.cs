using System.Text.Json;
using Discord;
using Discord.Net.Rest;
using Discord.Net.WebSockets;
using Discord.WebSocket;

namespace StoryBot.Sockets.Discord;

/// <summary>Makes the SDK's client with the settings that keep to its good parts.</summary>
internal static class DiscordClientFactory
{
    /// <summary>A client that is neither logged in nor started.</summary>
    /// <param name="options">The options, validated.</param>
    /// <param name="dispatched">Hears of each event as Discord wrote it. Must return at once.</param>
    public static DiscordShardedClient Create(DiscordGatewayOptions options, Action<string, JsonElement> dispatched)
    {
        var config = new DiscordSocketConfig
        {
            // Neither is privileged. Direct messages and mentions carry their text without the message-content intent.
            GatewayIntents = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages,
            RestClientProvider = RestClients(options.ApiUrl),
            WebSocketProvider = () => new GatewayTap(DefaultWebSocketProvider.Instance(), dispatched),
            // Nothing listens to the SDK's own events but those of the connection.
            HandlerTimeout = null,
            UseInteractionSnowflakeDate = false,
            LogGatewayIntentWarnings = false,
            LogLevel = LogSeverity.Verbose,
            TotalShards = options.ShardCount == 0 ? null : options.ShardCount,
        };
        return options.ShardIds is { } shards ? new DiscordShardedClient(shards, config) : new DiscordShardedClient(config);
    }

    // The SDK's own base address is fixed; its paths are joined to ours only after a slash.
    private static RestClientProvider RestClients(Uri apiUrl)
    {
        var inner = DefaultRestClientProvider.Create();
        var address = DiscordAddress.WithSlash(apiUrl).AbsoluteUri;
        return _ => new CalmRestClient(inner(address));
    }
}
