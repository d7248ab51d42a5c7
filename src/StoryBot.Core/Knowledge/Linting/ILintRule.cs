using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Linting;

/// <summary>One question about the contents of a pack, named after it. Holds no state.</summary>
internal interface ILintRule
{
    /// <summary>Reports whatever makes the answer no.</summary>
    void Check(PackContents pack, LintFindings findings);
}
