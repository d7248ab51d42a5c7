using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>Tokens of a question that name an entity.</summary>
/// <param name="Start">The first token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Match">How they match it.</param>
internal readonly record struct LinkedSpan(int Start, int End, Entity Entity, EntityMatch Match);
