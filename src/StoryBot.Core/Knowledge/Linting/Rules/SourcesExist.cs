using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every source that is named stand in <c>sources.yaml</c>?</summary>
internal sealed class SourcesExist : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        var known = pack.Sources.Select(source => source.Id).ToHashSet();
        foreach (var (_, evidence) in pack.AllEvidence())
        {
            Check(known, evidence.Source, pack.Lines.Of(evidence, "source"), findings);
        }

        foreach (var printed in pack.Records.OfType<Quote>().Select(quote => quote.AsPrinted).OfType<AsPrinted>())
        {
            Check(known, printed.Source, pack.Lines.Of(printed), findings);
        }
    }

    private static void Check(HashSet<SourceId> known, SourceId id, (string Path, int Line) place, LintFindings findings)
    {
        if (known.Contains(id) || id.Value.Length == 0)
        {
            return;
        }

        // Among very many ids the nearest is a guess, and looking for it takes long.
        var near = known.Count <= 5000 ? NearestWord.Find(id.Value, known.Select(source => source.Value)) : null;
        var fix = near is null ? $"Add the source to {PackFileNames.Sources}, or correct the id." : $"Write '{near}', if that is meant, or add the source to {PackFileNames.Sources}.";
        findings.Error(LintId.DanglingSource, place.Path, place.Line, $"There is no source '{id}'.", fix);
    }
}
