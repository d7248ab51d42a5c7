using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every retracted record say why, and only those?</summary>
internal sealed class RetractionsAreExplained : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        foreach (var record in pack.Records)
        {
            var (path, line) = pack.Lines.Of(record, "review");
            var isRetracted = record.Review == ReviewState.Retracted;
            if (isRetracted && record.Retraction?.Because is null)
            {
                findings.Warning(
                    LintId.RetractedWithoutReason, path, line, $"'{record.Id}' is retracted, but not why.", "Add 'retracted: {on: 2025-01-31, because: \"...\"}'.");
            }
            else if (!isRetracted && record.Retraction is not null)
            {
                findings.Error(
                    LintId.RetractionWithoutReview, path, line, $"'{record.Id}' has a retraction, but its review does not say 'retracted'.", "Write 'review: retracted', or remove 'retracted'.");
            }
        }
    }
}
