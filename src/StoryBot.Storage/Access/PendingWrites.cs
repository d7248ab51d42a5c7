using System.Collections.Concurrent;
using StoryBot.Storage.Model;

namespace StoryBot.Storage.Access;

/// <summary>Writes that wait for the store to be back, in order and in a bounded number. Safe to share between threads; taken from by one.</summary>
internal sealed class PendingWrites
{
    // At some kilobytes each this is what a process can spare; ten minutes of the busiest hour.
    private const int Most = 100_000;

    private readonly ConcurrentQueue<Func<StoryBotContext, CancellationToken, Task>> _writes = new();

    /// <summary>How many wait.</summary>
    public int Count => _writes.Count;

    /// <summary>The one that waits longest; null when none does.</summary>
    public Func<StoryBotContext, CancellationToken, Task>? First => _writes.TryPeek(out var write) ? write : null;

    /// <summary>Adds a write; false when too many wait.</summary>
    public bool Add(Func<StoryBotContext, CancellationToken, Task> write)
    {
        if (_writes.Count >= Most)
        {
            return false;
        }

        _writes.Enqueue(write);
        return true;
    }

    /// <summary>Takes the first one out.</summary>
    public void RemoveFirst() => _writes.TryDequeue(out _);
}
