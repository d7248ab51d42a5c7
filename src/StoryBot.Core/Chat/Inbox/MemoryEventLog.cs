using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;

namespace StoryBot.Core.Chat.Inbox;

/// <summary>
/// The event log of one process. Slack delivers again within 5 minutes, a Discord gateway replays a session of minutes: an
/// hour and 200,000 events are ample for both.
/// </summary>
internal sealed class MemoryEventLog(TimeProvider clock) : IEventLog
{
    private const int Most = 200_000;

    private readonly BoundedMemory<ChatEventId, byte> _known = new(Most, TimeSpan.FromHours(1), clock);

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(ChatEvent chatEvent, CancellationToken cancellationToken) => ValueTask.FromResult(_known.TryAdd(chatEvent.Id, 0));

    /// <summary>Forgets an event that was not taken in after all.</summary>
    public void Remove(ChatEventId id) => _known.Remove(id);

    /// <inheritdoc/>
    public ValueTask FinishAsync(ChatEventId id, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ChatEvent>> TakeOverAsync(int most, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<ChatEvent>>([]);
}
