namespace StoryBot.Host.Stories;

/// <summary>The knowledge folder and story that a command names; null where it leaves them to configuration.</summary>
internal sealed record KnowledgeArguments(string? Path, string? Story);
