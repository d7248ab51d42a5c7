using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Are the words of every quotation the words of one of its excerpts, where it has any?</summary>
internal sealed class QuotationsAgreeWithEvidence : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        foreach (var quote in pack.Records.OfType<Quote>().Where(quote => !quote.IsParaphrase))
        {
            var excerpts = quote.Evidence.Select(evidence => evidence.Excerpt).OfType<string>().ToList();
            if (excerpts.Count == 0 || excerpts.Exists(excerpt => Agree(excerpt, quote.Text)))
            {
                continue;
            }

            var (path, line) = pack.Lines.Of(quote, "text");
            findings.Error(
                LintId.QuotationDiffers, path, line, $"The words of '{quote.Id}' differ from every excerpt that is its evidence.", "Copy the words as they were said, or write 'wording: paraphrase'.");
        }
    }

    // An excerpt may be a short part of a long quotation, or show it with the words around it.
    private static bool Agree(string excerpt, string quotation) =>
        QuotedText.Contains(excerpt, quotation) || QuotedText.Contains(quotation, excerpt.Trim().Trim('"', '\u201C', '\u201D'));
}
