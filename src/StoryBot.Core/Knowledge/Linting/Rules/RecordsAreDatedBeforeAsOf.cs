using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Is the story's as-of as late as its latest record?</summary>
internal sealed class RecordsAreDatedBeforeAsOf : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        if (pack.Story is not { AsOf: var asOf } || asOf == default)
        {
            return;
        }

        foreach (var record in pack.Records)
        {
            // An as-of that is a day holds until the day's end; an instant is its own end.
            if (record.Date is { } date && date.Start >= asOf.End && date.Start > asOf.Start)
            {
                var (path, line) = pack.Lines.Of(record, "date");
                findings.Warning(
                    LintId.DatedAfterAsOf, path, line, $"'{record.Id}' is dated {date}, after the story's as-of {asOf}.", $"Correct the date, or bring 'as-of' in {PackFileNames.Story} up to date.");
            }
        }
    }
}
