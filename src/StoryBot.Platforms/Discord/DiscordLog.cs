using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Discord;

/// <summary>The log messages of the Discord area. None has a token, a path with one, or the text of a message.</summary>
internal static partial class DiscordLog
{
    [LoggerMessage(3101, LogLevel.Warning, "A request to the interactions endpoint was refused: its signature is {Verdict}. Forged: compare Discord:PublicKey with the Developer Portal; OutOfTime: check this machine's clock.")]
    public static partial void SignatureRefused(ILogger logger, SignatureVerdict verdict);

    [LoggerMessage(3102, LogLevel.Warning, "A signed request to the interactions endpoint is not an interaction; it was answered with 400.")]
    public static partial void Malformed(ILogger logger);

    [LoggerMessage(3103, LogLevel.Error, "Interaction {Event} could not be taken in; the person was told so.")]
    public static partial void NotTakenIn(ILogger logger, Exception exception, ChatEventId @event);

    [LoggerMessage(3104, LogLevel.Warning, "The choices for option {Option} of {Command} could not be found.")]
    public static partial void NotCompleted(ILogger logger, Exception exception, string command, string option);

    [LoggerMessage(3111, LogLevel.Information, "{Method} {Route} failed {Failures} times, next attempt in {Seconds:0.0} s: {Reason}")]
    public static partial void Repeating(ILogger logger, HttpMethod method, string route, int failures, double seconds, string reason);

    [LoggerMessage(3112, LogLevel.Warning, "Discord refused {Method} {Route} as one call too many; waiting {Seconds:0.0} s. It is about {Scope}.")]
    public static partial void Limited(ILogger logger, HttpMethod method, string route, double seconds, BlockScope scope);

    [LoggerMessage(3121, LogLevel.Information, "An interaction in channel {Channel} can no longer be answered by its token; an ordinary message takes its place. {Reason}")]
    public static partial void TokenOver(ILogger logger, string channel, string reason);

    [LoggerMessage(3122, LogLevel.Warning, "A follow-up in channel {Channel} may or may not have arrived; it is sent again. {Reason}")]
    public static partial void FollowUpUnknown(ILogger logger, string channel, string reason);

    [LoggerMessage(3123, LogLevel.Debug, "Could not show in channel {Channel} that an answer is being worked on: {Reason}")]
    public static partial void NotShownWorking(ILogger logger, string channel, string reason);

    [LoggerMessage(3124, LogLevel.Information, "An answer in channel {Channel} could not be shown as a reply, so it came as an ordinary message; allow Read Message History there to have replies. {Reason}")]
    public static partial void NotShownAsReply(ILogger logger, string channel, string reason);

    [LoggerMessage(3131, LogLevel.Information, "Registered {Count} commands with Discord.")]
    public static partial void Registered(ILogger logger, int count);

    [LoggerMessage(3132, LogLevel.Information, "Discord has the current commands already.")]
    public static partial void RegisteredBefore(ILogger logger);

    [LoggerMessage(3133, LogLevel.Warning, "Discord took the commands for servers only: switch on User Install in the Developer Portal under Installation to have them everywhere.")]
    public static partial void RegisteredForServers(ILogger logger);

    [LoggerMessage(3134, LogLevel.Error, "The commands could not be registered with Discord; those registered before stay. {Reason}")]
    public static partial void NotRegistered(ILogger logger, string reason);
}
