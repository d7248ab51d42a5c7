namespace StoryBot.Testing.Slack;

/// <summary>A rate limit by rule.</summary>
/// <param name="seconds">How long to wait.</param>
internal sealed class SlackLimitException(int seconds) : Exception("ratelimited")
{
    public int Seconds { get; } = seconds;
}
