using StoryBot.Core.Chat.Events;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Stories;

/// <summary>Which story a channel was turned to, beyond one process. Where there is none, a choice lasts as long as the process. Safe to share between threads.</summary>
public interface IChannelStories
{
    /// <summary>The story that the channel was turned to; null when it never was.</summary>
    ValueTask<StoryId?> FindAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Turns the channel to a story.</summary>
    ValueTask SetAsync(ConversationKey conversation, StoryId story, CancellationToken cancellationToken);
}
