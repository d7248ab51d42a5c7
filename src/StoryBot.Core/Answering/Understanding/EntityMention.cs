using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding;

/// <summary>An entity of the story as the question names it.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Text">The words in the question; for one carried over from an earlier turn, its name.</param>
/// <param name="Match">How the words were matched.</param>
public sealed record EntityMention(Entity Entity, string Text, EntityMatch Match);
