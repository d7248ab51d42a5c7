namespace StoryBot.Testing.Slack;

/// <summary>A channel of the fake Slack.</summary>
/// <param name="Id">Its id: C for a channel, D for a direct message.</param>
public sealed record FakeSlackChannel(string Id)
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "general";

    /// <summary>Whether the bot is in it.</summary>
    public bool HasBot { get; init; } = true;

    /// <summary>Whether it is archived.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether only admins may post.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>The person on the other side of a direct message; null for a channel.</summary>
    public string? Person { get; init; }
}
