using Microsoft.Extensions.Logging;

namespace StoryBot.Sockets;

/// <summary>The log messages of the dial-out connections. None holds a token or what somebody wrote.</summary>
internal static partial class SocketLog
{
    [LoggerMessage(7001, LogLevel.Information, "{Connection} is connected.")]
    public static partial void Connected(ILogger logger, string connection);

    [LoggerMessage(7002, LogLevel.Warning, "{Connection} was lost and is being connected again: {Reason}")]
    public static partial void Lost(ILogger logger, string connection, string reason);

    [LoggerMessage(7003, LogLevel.Error, "{Connection} stays down until this is mended: {Reason}")]
    public static partial void Refused(ILogger logger, string connection, string reason);

    [LoggerMessage(7004, LogLevel.Error, "Event {EventId} could not be taken in; the person was told to try again where the platform allows it.")]
    public static partial void NotTakenIn(ILogger logger, Exception exception, string eventId);

    [LoggerMessage(7005, LogLevel.Warning, "Event {EventId} was turned away because the bot is full or stopping.")]
    public static partial void TurnedAway(ILogger logger, string eventId);

    [LoggerMessage(7006, LogLevel.Warning, "Event {EventId} could not be acknowledged: {Reason}")]
    public static partial void NotAcknowledged(ILogger logger, string eventId, string reason);

    [LoggerMessage(7007, LogLevel.Debug, "{Source}: {Message} {Error}")]
    public static partial void Detail(ILogger logger, string source, string? message, string? error);

    [LoggerMessage(7008, LogLevel.Warning, "{Connection} sent something that could not be read ({Kind}); it was left out.")]
    public static partial void Unreadable(ILogger logger, string connection, string kind);
}
