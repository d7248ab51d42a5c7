using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests;

/// <summary>
/// What is new in a story, or what it is about for those who see it for the first time: verified statements under headings.
/// Immutable.
/// </summary>
/// <param name="Story">The story.</param>
/// <param name="Knowledge">The snapshot that it tells of.</param>
/// <param name="AsOf">Up to when that reaches.</param>
/// <param name="Since">The moment after which it tells what changed; null for an overview.</param>
/// <param name="Sections">The sections in reading order; none when nothing changed.</param>
public sealed record Digest(Story Story, SnapshotId Knowledge, StoryDate AsOf, DateTimeOffset? Since, IReadOnlyList<DigestSection> Sections)
{
    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => Sections.Count == 0;
}
