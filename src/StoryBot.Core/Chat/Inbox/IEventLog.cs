using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Chat.Inbox;

/// <summary>Which events were taken in: what is delivered again is answered once. Safe to share between threads.</summary>
public interface IEventLog
{
    /// <summary>Notes an event; false when it was noted before.</summary>
    ValueTask<bool> TryAddAsync(ChatEvent chatEvent, CancellationToken cancellationToken);

    /// <summary>Notes that an event ended: in a reply, in an apology, or in nothing to say.</summary>
    ValueTask FinishAsync(ChatEventId id, CancellationToken cancellationToken);

    /// <summary>
    /// Events that a replica took in and died before it brought them to an end; they are this one's now. Their reply may have been sent
    /// (<see cref="ReplyAddress.MayHaveBeenSent"/>); where words are not kept the request is <see cref="ChatRequest.Forgotten"/>.
    /// </summary>
    ValueTask<IReadOnlyList<ChatEvent>> TakeOverAsync(int most, CancellationToken cancellationToken);
}
