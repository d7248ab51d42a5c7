using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does the folder carry the story's id, so that people find it?</summary>
internal sealed class StoryIsNamedAfterFolder : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        var folder = Path.GetFileName(pack.Folder.Root);
        if (pack.Story is { Id.Value: { Length: > 0 } id } story && id != folder)
        {
            var (path, line) = pack.Lines.Of(story, "id");
            findings.Warning(
                LintId.StoryIdIsNotFolder, path, line, $"The story's id is '{id}', but its folder is called '{folder}'.", "Give both the same name.");
        }
    }
}
