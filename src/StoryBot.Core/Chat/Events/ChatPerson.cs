namespace StoryBot.Core.Chat.Events;

/// <summary>The person who did something.</summary>
/// <param name="Id">The platform's id of the person.</param>
public sealed record ChatPerson(string Id)
{
    /// <summary>The platform's ids of the person's roles, where it has any; admin roles are named in configuration.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Whether the platform itself says that the person may manage the workspace.</summary>
    public bool ManagesWorkspace { get; init; }
}
