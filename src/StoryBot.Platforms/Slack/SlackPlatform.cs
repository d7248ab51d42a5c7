using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Slack;

/// <summary>What every part of the Slack platform agrees on.</summary>
internal static class SlackPlatform
{
    /// <summary>The message shortcut's callback id in the app's manifest.</summary>
    public const string CheckShortcut = "check_message";

    /// <summary>How long a response URL lasts: https://docs.slack.dev/interactivity/handling-user-interaction.</summary>
    public static readonly TimeSpan ResponseUrlLife = TimeSpan.FromMinutes(30);

    /// <summary>The platform.</summary>
    public static readonly PlatformId Id = new("slack");

    /// <summary>An event's id.</summary>
    public static ChatEventId EventId(string value) => new(Id, value);

    /// <summary>A conversation; direct messages are known by the form of their channel's id.</summary>
    public static ConversationKey Conversation(string team, string channel, string? thread) =>
        new(Id, team, channel, thread) { IsDirect = IsDirect(channel) };

    /// <summary>Whether a channel is a direct message with one person.</summary>
    public static bool IsDirect(string channel) => channel.StartsWith('D');
}
