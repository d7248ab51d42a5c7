using System.Net.WebSockets;
using SlackNet;

namespace StoryBot.Sockets.Slack;

/// <summary>Why a socket ended, and so what comes next: exactly one of these.</summary>
internal abstract record SocketEnd
{
    private SocketEnd()
    {
    }

    /// <summary>Slack renews it: the next is opened at once.</summary>
    public sealed record Renewed : SocketEnd;

    /// <summary>It failed or was lost: the next is opened after a wait.</summary>
    /// <param name="Reason">Why, in few words.</param>
    /// <param name="AtLeast">How long to wait at least, where Slack says so.</param>
    public sealed record Lost(string Reason, TimeSpan AtLeast = default) : SocketEnd;

    /// <summary>No other is opened until somebody does what it says.</summary>
    public sealed record Refused(string Remedy) : SocketEnd;

    /// <summary>What a disconnect frame says; null for one after which the socket goes on.</summary>
    public static SocketEnd? OfReason(string? reason) => reason switch
    {
        // It comes some seconds before the renewal itself.
        "warning" => null,
        "link_disabled" => new Refused("Socket Mode has been switched off for the app. Switch it on in the app's settings (Socket Mode, Enable Socket Mode) and restart the bot, or set Slack:SocketMode to false and take webhooks."),
        "too_many_websockets" => new Lost("Slack allows ten sockets over all processes: lower Slack:SocketCount", TimeSpan.FromMinutes(1)),
        _ => new Renewed(),
    };

    /// <summary>What a failure to open a socket means.</summary>
    public static SocketEnd OfFailure(Exception failure) => failure switch
    {
        SlackException { ErrorCode: "invalid_auth" or "not_authed" or "token_revoked" or "token_expired" or "account_inactive" } =>
            new Refused("Slack refuses Slack:AppToken. Make a new one in the app's settings (Basic Information, App-Level Tokens), set it and restart the bot."),
        SlackException { ErrorCode: "not_allowed_token_type" } =>
            new Refused("Slack:AppToken is a token of another kind; the app-level token begins with xapp- and is in the app's settings (Basic Information, App-Level Tokens)."),
        SlackException { ErrorCode: "missing_scope" or "no_permission" } =>
            new Refused("Slack:AppToken lacks the scope connections:write. Make one with it in the app's settings (Basic Information, App-Level Tokens)."),
        SlackException { ErrorCode: "not_enabled" or "link_disabled" or "forbidden_team" } =>
            new Refused("Socket Mode is not switched on for the app. Switch it on in the app's settings (Socket Mode, Enable Socket Mode) and restart the bot."),
        SlackException refused => new Lost($"Slack answered {refused.ErrorCode}"),
        SlackRateLimitException limited => new Lost("Slack has been asked for sockets too often", limited.RetryAfter ?? TimeSpan.FromSeconds(30)),
        WebSocketException or HttpRequestException or UriFormatException => new Lost($"Slack could not be reached ({failure.GetBaseException().Message})"),
        _ => new Lost(failure.GetType().Name),
    };
}
