using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Digests.Outbox;

namespace StoryBot.Core.Digests.Posting;

/// <summary>The log messages of posting. None holds what a post says.</summary>
internal static partial class PostingLog
{
    [LoggerMessage(4001, LogLevel.Information, "Posted a {Kind} to {Platform}: {Key}.")]
    public static partial void Posted(ILogger logger, PostKind kind, PlatformId platform, string key);

    [LoggerMessage(4002, LogLevel.Warning, "Post {Key} failed at attempt {Attempt} and is tried again in {Wait}: {Problem}.")]
    public static partial void Failed(ILogger logger, string key, int attempt, TimeSpan wait, string problem);

    [LoggerMessage(4003, LogLevel.Error, "A {Kind} to {Platform}, {Key}, is given up after {Attempts} attempts: {Problem}.")]
    public static partial void Parked(ILogger logger, PostKind kind, PlatformId platform, string key, int attempts, string problem);

    [LoggerMessage(4004, LogLevel.Error, "What became of post {Key} could not be noted; it is looked for before it is sent again.")]
    public static partial void NotNoted(ILogger logger, Exception failure, string key);

    [LoggerMessage(4005, LogLevel.Error, "The outbox cannot be read; posts wait.")]
    public static partial void NotClaimed(ILogger logger, Exception failure);

    [LoggerMessage(4007, LogLevel.Warning, "Post {Key} was taken over by another replica while this one stood still; it is left to that one.")]
    public static partial void TakenOver(ILogger logger, string key);

    [LoggerMessage(4006, LogLevel.Error, "The sender of post {Key} failed in a way that it should not.")]
    public static partial void Broken(ILogger logger, Exception failure, string key);
}
