namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>One paragraph of a source's full text.</summary>
public sealed record Passage(PassageId Id, string Text);
