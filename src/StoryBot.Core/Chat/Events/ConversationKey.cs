namespace StoryBot.Core.Chat.Events;

/// <summary>
/// One conversation: questions under the same key refer back to each other, and are answered in the order in which they came.
/// </summary>
/// <param name="Platform">The platform.</param>
/// <param name="Workspace">The Slack team or the Discord server; empty for a direct message outside any.</param>
/// <param name="Channel">The channel; for a direct message, that with the person.</param>
/// <param name="Thread">The thread of the channel; null where the channel itself, or a person's slash commands in it, are the conversation.</param>
public sealed record ConversationKey(PlatformId Platform, string Workspace, string Channel, string? Thread)
{
    /// <summary>Whether it is a direct message: its knowledge scope and story are the person's, not a channel's.</summary>
    public bool IsDirect { get; init; }
}
