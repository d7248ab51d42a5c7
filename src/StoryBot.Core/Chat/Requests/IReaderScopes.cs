using StoryBot.Core.Chat.Events;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Requests;

/// <summary>What may be seen in a conversation, at this moment. Safe to share between threads.</summary>
public interface IReaderScopes
{
    /// <summary>The scope of a conversation.</summary>
    ReaderScope For(ConversationKey conversation);
}

/// <summary>Clears the channels that configuration names, and nothing else: a direct message never.</summary>
internal sealed class ChannelScopes(ChatPermissions permissions, TimeProvider clock) : IReaderScopes
{
    /// <inheritdoc/>
    public ReaderScope For(ConversationKey conversation) => new(clock.GetUtcNow(), permissions.IsCleared(conversation));
}
