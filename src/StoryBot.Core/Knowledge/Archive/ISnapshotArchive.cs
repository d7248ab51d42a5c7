using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Archive;

/// <summary>
/// Earlier states of the knowledge, so that what changed since can be told with what it said before. An archived snapshot has its
/// story, sources and records, and no full texts. Safe to share between threads.
/// </summary>
public interface ISnapshotArchive
{
    /// <summary>Keeps a snapshot; one that is kept already is left as it is.</summary>
    ValueTask KeepAsync(KnowledgeSnapshot snapshot, CancellationToken cancellationToken);

    /// <summary>The snapshot with this id; null when it was never kept, or too long ago.</summary>
    ValueTask<KnowledgeSnapshot?> FindAsync(StoryId story, SnapshotId id, CancellationToken cancellationToken);

    /// <summary>The state up to which people were told what changed (corrections, gaps that closed); null before the first.</summary>
    ValueTask<SnapshotId?> ToldAsync(StoryId story, CancellationToken cancellationToken);

    /// <summary>Notes that people were told what changed up to a kept snapshot.</summary>
    ValueTask SetToldAsync(StoryId story, SnapshotId id, CancellationToken cancellationToken);
}
