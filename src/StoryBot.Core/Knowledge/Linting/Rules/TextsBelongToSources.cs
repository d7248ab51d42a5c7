using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Is every text the text of one source, and the only one?</summary>
internal sealed class TextsBelongToSources : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        foreach (var path in pack.Texts.Orphans)
        {
            var id = SourceFileName.Read(Path.GetFileName(path));
            findings.Warning(
                LintId.TextWithoutSource, path, 0, $"{PackFileNames.Sources} has no source '{id}', so the text is not used.", $"Add '- id: {id}' to {PackFileNames.Sources}, or rename the file.");
        }

        foreach (var path in pack.Texts.Doubles)
        {
            findings.Error(
                LintId.TwoTexts, path, 0, $"Another file also holds the text of '{SourceFileName.Read(Path.GetFileName(path))}'.", "Keep one of the two.");
        }
    }
}
