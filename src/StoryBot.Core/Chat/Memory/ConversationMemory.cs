using Microsoft.Extensions.Options;
using StoryBot.Core.Answering;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>
/// What was said in each conversation, for follow-ups: for a bounded time, in a bounded number of conversations. What only one person
/// sees in a channel is that person's conversation alone. Safe to share between threads.
/// </summary>
internal sealed class ConversationMemory(IOptions<ChatOptions> options, TimeProvider clock)
{
    private readonly BoundedMemory<LaneKey, (StoryId Story, Conversation Turns)> _conversations =
        new(options.Value.ConversationCount, options.Value.ConversationLifetime, clock);

    /// <summary>The earlier turns about this story; none when it was about another.</summary>
    public Conversation Recall(ChatEvent chatEvent, StoryId story) =>
        _conversations.TryGet(LaneKey.Of(chatEvent), out var known) && known.Story == story ? known.Turns : Conversation.Empty;

    /// <summary>Whether the bot has been asked anything in this conversation.</summary>
    public bool Knows(ChatEvent chatEvent) => _conversations.TryGet(LaneKey.Of(chatEvent), out _);

    /// <summary>Adds a turn.</summary>
    public void Add(ChatEvent chatEvent, StoryId story, Turn turn) => _conversations.Change(
        LaneKey.Of(chatEvent),
        known => (story, (known.Turns is not null && known.Story == story ? known.Turns : Conversation.Empty).With(turn)));

    /// <summary>Forgets a conversation.</summary>
    public void Forget(ChatEvent chatEvent) => _conversations.Remove(LaneKey.Of(chatEvent));
}
