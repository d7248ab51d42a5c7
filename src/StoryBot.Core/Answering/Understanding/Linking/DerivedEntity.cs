using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>Somebody or something that records name and the story's own list of entities may lack.</summary>
/// <param name="Entity">The entity as the records give it.</param>
/// <param name="VisibleFrom">The earliest end of embargo of the records that name it; null when one has none.</param>
internal sealed record DerivedEntity(Entity Entity, DateTimeOffset? VisibleFrom);
