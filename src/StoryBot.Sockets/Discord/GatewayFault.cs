using System.Net;
using Discord.Net;

namespace StoryBot.Sockets.Discord;

/// <summary>Reads why the gateway turned the bot away: what passes by itself, and what somebody has to mend.</summary>
internal static class GatewayFault
{
    /// <summary>What has to be done before another attempt makes sense, with the key and the place; null when nothing has.</summary>
    public static string? Remedy(Exception? fault) => Find<WebSocketClosedException>(fault) is { } closed
        ? OfCloseCode(closed.CloseCode)
        : Find<HttpException>(fault) is { HttpCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } ? BadToken : null;

    /// <summary>Whether the SDK has given up on the connection for good, so that a new client is needed.</summary>
    public static bool IsFinalForClient(Exception? fault) =>
        Find<WebSocketClosedException>(fault)?.CloseCode == 4006 || (fault?.Message.StartsWith("Processing READY failed", StringComparison.Ordinal) ?? false);

    /// <summary>The fault in few words, without a trace.</summary>
    public static string Describe(Exception? fault) =>
        Find<WebSocketClosedException>(fault) is { } closed ? $"the gateway closed with {closed.CloseCode} {closed.Reason}".TrimEnd()
        : Find<HttpException>(fault) is { } http ? $"Discord answered {(int)http.HttpCode}"
        : fault is null ? "the connection ended"
        : fault.GetBaseException().Message;

    private const string BadToken =
        "Discord refuses Discord:BotToken. Make a new one in the Discord Developer Portal (your application, Bot, Reset Token), set it and restart the bot.";

    // https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
    private static string? OfCloseCode(int code) => code switch
    {
        4004 => BadToken,
        4010 => "Discord refuses the shard. Check Discord:Shards and Discord:ShardCount.",
        4011 => "The bot is in too many servers for its shards. Raise Discord:ShardCount, or remove it so that Discord advises.",
        4013 or 4014 => "Discord refuses the intents Guilds, Guild Messages and Direct Messages. Look in the Discord Developer Portal (your application, Bot, Privileged Gateway Intents) whether the application is restricted.",
        _ => null,
    };

    private static T? Find<T>(Exception? fault)
        where T : Exception
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is T found)
            {
                return found;
            }
        }

        return null;
    }
}
