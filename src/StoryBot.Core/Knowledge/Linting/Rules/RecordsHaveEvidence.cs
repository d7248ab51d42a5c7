using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every record say where its support stands?</summary>
internal sealed class RecordsHaveEvidence : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        foreach (var record in pack.Records.Where(record => record.Evidence.Count == 0))
        {
            var (path, line) = pack.Lines.Of(record);
            findings.Error(
                LintId.NoEvidence, path, line, $"'{record.Id}' has no evidence, so it could not be cited.", "Add 'evidence:' with at least one '- {source: ..., excerpt: \"...\"}'.");
        }
    }
}
