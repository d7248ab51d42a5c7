namespace StoryBot.Core.Knowledge.Scaffolding;

/// <summary>The folder of the new pack, or why there is none. Exactly one of the two is set.</summary>
/// <param name="Folder">The folder's full path.</param>
/// <param name="Failure">Why there is none, with the way on.</param>
public sealed record ScaffoldResult(string? Folder, string? Failure);
