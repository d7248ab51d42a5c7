using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Store;

/// <summary>The story that was asked for, or why it cannot be given. Exactly one of the two is set.</summary>
/// <param name="Snapshot">The story's knowledge.</param>
/// <param name="Problem">Why there is none, with the way on, in a sentence or two.</param>
public sealed record StoryChoice(KnowledgeSnapshot? Snapshot, string? Problem);
