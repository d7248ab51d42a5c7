using System.Text.Json;

namespace StoryBot.Platforms.Slack;

/// <summary>What one request to Slack came to: exactly one of these.</summary>
internal abstract record SlackAttempt
{
    private SlackAttempt()
    {
    }

    /// <summary>It worked; the answer is an object, empty where Slack answers in words.</summary>
    public sealed record Done(JsonElement Answer) : SlackAttempt;

    /// <summary>Slack says no, and would say it again.</summary>
    public sealed record Refused(string Code, string? Needed) : SlackAttempt;

    /// <summary>Too many requests. It had no effect.</summary>
    /// <param name="Wait">How long to wait; null where Slack does not say.</param>
    public sealed record Limited(TimeSpan? Wait) : SlackAttempt;

    /// <summary>It failed in passing.</summary>
    /// <param name="Failure">How, in words.</param>
    /// <param name="IsUnclear">Whether it may have had its effect: the answer was lost, or came from in between.</param>
    /// <param name="Exception">What was thrown, if anything.</param>
    public sealed record Failed(string Failure, bool IsUnclear, Exception? Exception) : SlackAttempt;
}
