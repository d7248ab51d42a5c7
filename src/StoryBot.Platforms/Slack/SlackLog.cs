using Microsoft.Extensions.Logging;

namespace StoryBot.Platforms.Slack;

/// <summary>What the Slack platform logs. No text of a message, no token, no response URL.</summary>
internal static partial class SlackLog
{
    [LoggerMessage(3200, LogLevel.Warning, "A request to {Path} was turned away: {Verdict}. Forged means that Slack:SigningSecret is not this app's, or that somebody else sent it.")]
    public static partial void TurnedAway(this ILogger logger, string path, SignatureVerdict verdict);

    [LoggerMessage(3201, LogLevel.Warning, "A request to {Path} is signed, but by its time {Skew} from this machine's clock: it was replayed, or the clock is wrong.")]
    public static partial void Stale(this ILogger logger, string path, TimeSpan skew);

    [LoggerMessage(3202, LogLevel.Warning, "A request to {Path} could not be read: {Reason}")]
    public static partial void Malformed(this ILogger logger, string path, string reason);

    [LoggerMessage(3203, LogLevel.Warning, "Event {EventId} was not taken in; Slack is asked to deliver it again, or the person to ask again.")]
    public static partial void Refused(this ILogger logger, string eventId);

    [LoggerMessage(3204, LogLevel.Error, "Event {EventId} could not be taken in.")]
    public static partial void AcceptFailed(this ILogger logger, string eventId, Exception exception);

    [LoggerMessage(3205, LogLevel.Debug, "Event {EventId} came again, as retry {Retry} ({Reason}).")]
    public static partial void Redelivered(this ILogger logger, string eventId, string retry, string reason);

    [LoggerMessage(3210, LogLevel.Information, "Signed in to Slack as {UserId} in workspace {TeamId}.")]
    public static partial void SignedIn(this ILogger logger, string userId, string teamId);

    [LoggerMessage(3211, LogLevel.Error, "Signing in to Slack failed: {Reason}")]
    public static partial void SignInFailed(this ILogger logger, string reason);

    [LoggerMessage(3220, LogLevel.Warning, "Slack limits {Method}: waiting {Wait}.")]
    public static partial void RateLimited(this ILogger logger, string method, TimeSpan wait);

    [LoggerMessage(3221, LogLevel.Warning, "Slack failed at {Method} ({Failure}); trying again in {Wait}.")]
    public static partial void Retrying(this ILogger logger, string method, string failure, TimeSpan wait);

    [LoggerMessage(3222, LogLevel.Warning, "Whether reply {Key} was posted could not be looked up: {Reason} It is posted again.")]
    public static partial void LookupFailed(this ILogger logger, string key, string reason);

    [LoggerMessage(3223, LogLevel.Information, "Reply {Key} had been posted already; it is not posted again.")]
    public static partial void AlreadyPosted(this ILogger logger, string key);

    [LoggerMessage(3224, LogLevel.Information, "The working status cannot be shown here: {Error}.")]
    public static partial void NoStatus(this ILogger logger, string error);

    [LoggerMessage(3225, LogLevel.Warning, "The picture {FileName} could not be shown; its words are: {Reason}")]
    public static partial void NoPicture(this ILogger logger, string fileName, string reason);

    [LoggerMessage(3226, LogLevel.Warning, "The feedback form could not be opened.")]
    public static partial void NoForm(this ILogger logger, Exception fault);

    [LoggerMessage(3227, LogLevel.Debug, "A response URL ended ({Reason}); the reply goes as a message.")]
    public static partial void ResponseUrlEnded(this ILogger logger, string reason);

    [LoggerMessage(3228, LogLevel.Warning, "A reply could not go where it belongs, and goes to the person who asked instead. {Reason}")]
    public static partial void SentToPerson(this ILogger logger, string reason);
}
