using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Store;

/// <summary>A story's snapshot was replaced by one that says something else.</summary>
/// <param name="Old">The one that was in service; null for a story that is new.</param>
/// <param name="New">The one in service now.</param>
public sealed record SnapshotChange(KnowledgeSnapshot? Old, KnowledgeSnapshot New);
