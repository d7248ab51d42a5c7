namespace StoryBot.Platforms.Slack;

/// <summary>Who the bot is, as Slack said when it signed in; nothing until then. Safe to share between threads.</summary>
internal sealed class SlackIdentity
{
    private volatile State _state = new(null, null, "not signed in to Slack yet");

    /// <summary>The bot's own user id; null until it is known.</summary>
    public string? UserId => _state.UserId;

    /// <summary>The workspace's id; null until it is known.</summary>
    public string? TeamId => _state.TeamId;

    /// <summary>Why the bot is not signed in; null when it is.</summary>
    public string? Fault => _state.Fault;

    /// <summary>Takes over what Slack said.</summary>
    public void SignedIn(string userId, string? teamId) => _state = new(userId, teamId, null);

    /// <summary>Notes why signing in failed; what was known stays known.</summary>
    public void Failed(string reason) => _state = _state with { Fault = reason };

    private sealed record State(string? UserId, string? TeamId, string? Fault);
}
