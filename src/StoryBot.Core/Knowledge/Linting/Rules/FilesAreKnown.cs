using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Is there no file that looks like a part of the pack and is not?</summary>
internal sealed class FilesAreKnown : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        foreach (var file in pack.Folder.Files.Where(LooksLikePart))
        {
            var fix = file.IsInTexts
                ? $"Rename it to '{Path.ChangeExtension(file.Path, PackFileNames.TextExtension)}', or move it elsewhere."
                : NearestWord.Find(Path.ChangeExtension(file.Path, ".yaml"), PackFileNames.Yaml) is { } near
                    ? $"Rename it to '{near}', if that is meant."
                    : $"Move it elsewhere; the files are: {string.Join(", ", PackFileNames.Yaml)}.";
            findings.Warning(LintId.UnknownFile, file.Path, 0, "The file is not part of a pack and is not read.", fix);
        }
    }

    // Notes and read-me files are welcome beside the knowledge.
    private static bool LooksLikePart(PackFile file) => file.IsInTexts
        ? !file.IsText
        : !PackFileNames.Yaml.Contains(file.Path) && Path.GetExtension(file.Path).ToLowerInvariant() is ".yaml" or ".yml";
}
