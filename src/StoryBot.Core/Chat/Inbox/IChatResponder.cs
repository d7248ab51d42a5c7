using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Inbox;

/// <summary>Makes the reply to an event. Safe to share between threads.</summary>
public interface IChatResponder
{
    /// <summary>The reply; null when there is nothing to say, as to a message that is not for the bot.</summary>
    Task<ChatReply?> RespondAsync(ChatEvent chatEvent, CancellationToken cancellationToken);
}
