using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Archive;

/// <summary>The snapshots of one process, as far back as the last few of each story.</summary>
internal sealed class MemorySnapshotArchive : ISnapshotArchive
{
    private const int MostOfAStory = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<StoryId, LinkedList<KnowledgeSnapshot>> _snapshots = [];
    private readonly Dictionary<StoryId, SnapshotId> _told = [];

    /// <inheritdoc/>
    public ValueTask KeepAsync(KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        lock (_lock)
        {
            var kept = Of(snapshot.Story.Id);
            if (kept.All(known => known.Id != snapshot.Id))
            {
                kept.AddLast(snapshot);
                if (kept.Count > MostOfAStory)
                {
                    kept.RemoveFirst();
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<KnowledgeSnapshot?> FindAsync(StoryId story, SnapshotId id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(Of(story).FirstOrDefault(known => known.Id == id));
        }
    }

    /// <inheritdoc/>
    public ValueTask<SnapshotId?> ToldAsync(StoryId story, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_told.TryGetValue(story, out var id) ? id : (SnapshotId?)null);
        }
    }

    /// <inheritdoc/>
    public ValueTask SetToldAsync(StoryId story, SnapshotId id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _told[story] = id;
        }

        return ValueTask.CompletedTask;
    }

    private LinkedList<KnowledgeSnapshot> Of(StoryId story) =>
        _snapshots.TryGetValue(story, out var kept) ? kept : _snapshots[story] = new LinkedList<KnowledgeSnapshot>();
}
