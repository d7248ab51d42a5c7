using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>The feedback of one process: it lasts as long as the process does.</summary>
internal sealed class MemoryFeedbackLog(TimeProvider clock) : IFeedbackLog, IPersonalData
{
    private const int Most = 10_000;

    private readonly BoundedMemory<long, FeedbackEntry> _entries = new(Most, TimeSpan.FromDays(30), clock);
    private long _count;

    /// <inheritdoc/>
    public ValueTask AddAsync(FeedbackEntry entry, CancellationToken cancellationToken)
    {
        _entries.Put(Interlocked.Increment(ref _count), entry);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken)
    {
        foreach (var (key, entry) in _entries.Entries())
        {
            if (entry.Conversation.Platform == platform && entry.Person.Id == person)
            {
                _entries.Remove(key);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FeedbackEntry>> ListAsync(StoryId story, int most, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<FeedbackEntry>>([.. _entries.List().Where(entry => entry.Story == story).Take(most)]);
}
