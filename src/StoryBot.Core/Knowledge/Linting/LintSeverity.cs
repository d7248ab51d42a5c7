namespace StoryBot.Core.Knowledge.Linting;

/// <summary>What a finding does to a load.</summary>
public enum LintSeverity
{
    /// <summary>Worth a look; the pack loads.</summary>
    Warning,

    /// <summary>The pack does not load until it is mended.</summary>
    Error,
}
