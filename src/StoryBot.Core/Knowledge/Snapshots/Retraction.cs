namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>When and why a record was retracted; either may be unknown.</summary>
public sealed record Retraction(StoryDate? On, string? Because);
