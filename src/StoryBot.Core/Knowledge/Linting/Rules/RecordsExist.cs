using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every record that a claim names exist?</summary>
internal sealed class RecordsExist : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        foreach (var claim in pack.Records.OfType<Claim>())
        {
            Check(pack, claim.SupersededBy, pack.Lines.Of(claim, "superseded-by"), findings);
            foreach (var dispute in claim.Disputes)
            {
                Check(pack, dispute.Claim, pack.Lines.Of(dispute, "claim"), findings);
            }
        }
    }

    private static void Check(PackContents pack, RecordId? named, (string Path, int Line) place, LintFindings findings)
    {
        if (named is not { } id || pack.Directory.Contains(id))
        {
            return;
        }

        var near = NearestWord.Find(id.Value, pack.Directory.All.Select(record => record.Value));
        var fix = near is null ? "Correct the id, or add the record." : $"Write '{near}', if that is meant.";
        findings.Error(LintId.DanglingRecord, place.Path, place.Line, $"There is no record '{id.Value}'.", fix);
    }
}
