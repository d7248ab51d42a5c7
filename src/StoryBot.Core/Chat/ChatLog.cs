using Microsoft.Extensions.Logging;

namespace StoryBot.Core.Chat;

/// <summary>The log messages of the chat layer. None holds what somebody wrote.</summary>
internal static partial class ChatLog
{
    [LoggerMessage(3001, LogLevel.Error, "An event could not be answered; the asker got an apology. Reference {Reference}.")]
    public static partial void Failed(ILogger logger, Exception failure, string reference);

    [LoggerMessage(3002, LogLevel.Warning, "An answer took longer than {Timeout}; the asker got an apology. Reference {Reference}.")]
    public static partial void TookTooLong(ILogger logger, TimeSpan timeout, string reference);

    [LoggerMessage(3003, LogLevel.Error, "A reply could not be sent to {Platform}. Reference {Reference}.")]
    public static partial void NotSent(ILogger logger, Exception failure, PlatformId platform, string reference);

    [LoggerMessage(3004, LogLevel.Error, "An event asks for a reply on {Platform}, which has no way out. Reference {Reference}.")]
    public static partial void NoSender(ILogger logger, PlatformId platform, string reference);

    [LoggerMessage(3005, LogLevel.Warning, "An event from {Platform} was not taken in: {Reason}.")]
    public static partial void Refused(ILogger logger, PlatformId platform, string reason);

    [LoggerMessage(3006, LogLevel.Warning, "Stopping cannot wait any longer: {Count} events are given up.")]
    public static partial void Abandoned(ILogger logger, int count);

    [LoggerMessage(3007, LogLevel.Warning, "An event was given up when the process stopped. Reference {Reference}.")]
    public static partial void Unanswered(ILogger logger, string reference);

    [LoggerMessage(3009, LogLevel.Warning, "An event that another replica left is answered now. Reference {Reference}.")]
    public static partial void TakenOver(ILogger logger, string reference);

    [LoggerMessage(3010, LogLevel.Error, "Looking for events that another replica left failed; the next look comes.")]
    public static partial void NotTakenOver(ILogger logger, Exception failure);

    [LoggerMessage(3008, LogLevel.Information, "{Platform} did not take in time that an answer is being worked on.")]
    public static partial void WorkingNotShown(ILogger logger, PlatformId platform);
}
