using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every chain of superseded claims come to an end?</summary>
internal sealed class SupersededRecordsEnd : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        var next = new Dictionary<RecordId, RecordId>();
        foreach (var claim in pack.Records.OfType<Claim>())
        {
            if (claim.SupersededBy is { } successor)
            {
                next[claim.Id] = successor;
            }
        }

        var settled = new HashSet<RecordId>();
        foreach (var start in next.Keys)
        {
            var chain = new List<RecordId>();
            var at = start;
            while (settled.Add(at) && next.TryGetValue(at, out var successor))
            {
                chain.Add(at);
                at = successor;
            }

            if (chain.IndexOf(at) is >= 0 and var entry)
            {
                Report(pack, chain[entry..], findings);
            }
        }
    }

    private static void Report(PackContents pack, List<RecordId> circle, LintFindings findings)
    {
        var claim = pack.Records.First(record => record.Id == circle[0]);
        var (path, line) = pack.Lines.Of(claim, "superseded-by");
        findings.Error(
            LintId.SupersededInCircle, path, line, $"Claims supersede one another in a circle: {string.Join(" -> ", circle.Append(circle[0]).Select(id => id.Value))}.", "Remove 'superseded-by' from the one that holds now.");
    }
}
