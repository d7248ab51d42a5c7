using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every figure of a claim's statement stand in its evidence, its disputes or the paragraphs that they cite?</summary>
internal sealed class NumbersHaveEvidence : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        foreach (var claim in pack.Records.OfType<Claim>())
        {
            var wanted = QuantityReader.Read(claim.Statement);
            if (wanted.Count == 0)
            {
                continue;
            }

            var there = PackContentsExtensions.EvidenceOf(claim).SelectMany(evidence => Texts(pack, evidence)).SelectMany(QuantityReader.Read).ToList();
            foreach (var quantity in wanted.Where(quantity => !there.Exists(other => IsSame(quantity, other))))
            {
                var (path, line) = pack.Lines.Of(claim, "statement");
                findings.Warning(
                    LintId.NumberWithoutEvidence, path, line, $"'{quantity.Text}' in the statement of '{claim.Id}' stands in none of its evidence.", "Correct the figure, or add the evidence that gives it.");
            }
        }
    }

    private static IEnumerable<string> Texts(PackContents pack, Evidence evidence)
    {
        yield return evidence.Text;
        if (evidence.Paragraph is { } paragraph && pack.Texts.Passages.Find(new PassageId(evidence.Source, paragraph)) is { } passage)
        {
            yield return passage.Text;
        }
    }

    // The unit is the verifier's matter: here a figure is looked for that nobody can have taken from the evidence.
    private static bool IsSame(Quantity wanted, Quantity there) =>
        Math.Abs(wanted.Value) == Math.Abs(there.Value)
        || (there.High is { } high && Math.Abs(wanted.Value) == Math.Abs(high))
        || (wanted.High is { } wantedHigh && wantedHigh == there.Value);
}
