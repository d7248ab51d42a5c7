using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every source carry a record or a text?</summary>
internal sealed class SourcesAreUsed : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        var used = pack.AllEvidence().Select(part => part.Evidence.Source)
            .Concat(pack.Records.OfType<Quote>().Select(quote => quote.AsPrinted).OfType<AsPrinted>().Select(printed => printed.Source))
            .ToHashSet();
        foreach (var source in pack.Sources)
        {
            if (!used.Contains(source.Id) && !pack.Texts.Ranges.ContainsKey(source.Id))
            {
                var (path, line) = pack.Lines.Of(source);
                findings.Warning(
                    LintId.UnusedSource, path, line, $"No record cites '{source.Id}', and it has no text.", $"Cite it, add its text as '{PackFileNames.Texts}/{SourceFileName.Of(source.Id)}', or remove it.");
            }
        }
    }
}
