using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every paragraph that is cited exist, where the source's text is there?</summary>
internal sealed class ParagraphsExist : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        foreach (var (_, evidence) in pack.AllEvidence())
        {
            if (evidence.Paragraph is not { } paragraph
                || !pack.Texts.Ranges.TryGetValue(evidence.Source, out var range)
                || (paragraph >= range.First && paragraph <= range.Last))
            {
                continue;
            }

            var (path, line) = pack.Lines.Of(evidence, "paragraph");
            var has = range.Last < range.First ? "its text is empty" : $"its text has {range.First} to {range.Last}";
            findings.Error(LintId.NoSuchParagraph, path, line, $"'{evidence.Source}' has no paragraph {paragraph}: {has}.", "Correct the number, or complete the text.");
        }
    }
}
