using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every excerpt stand, word for word, where it is said to stand, where the source's text is there?</summary>
internal sealed class ExcerptsStandInTheText : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        foreach (var (_, evidence) in pack.AllEvidence())
        {
            if (evidence.Excerpt is { } excerpt
                && pack.Texts.Ranges.TryGetValue(evidence.Source, out var range)
                && IsInRange(evidence, range)
                && !Stands(pack, evidence, excerpt, range))
            {
                Report(pack, evidence, excerpt, range, findings);
            }
        }
    }

    // A paragraph that does not exist has its own finding.
    private static bool IsInRange(Evidence evidence, ParagraphRange range) =>
        evidence.Paragraph is not { } paragraph || (paragraph >= range.First && paragraph <= range.Last);

    private static bool Stands(PackContents pack, Evidence evidence, string excerpt, ParagraphRange range) =>
        evidence.Paragraph is { } paragraph
            ? Holds(pack, evidence.Source, paragraph, excerpt)
            : Where(pack, evidence.Source, excerpt, range) is not null;

    private static bool Holds(PackContents pack, SourceId source, int paragraph, string excerpt) =>
        pack.Texts.Passages.Find(new PassageId(source, paragraph)) is { } passage && QuotedText.Contains(passage.Text, excerpt);

    private static int? Where(PackContents pack, SourceId source, string excerpt, ParagraphRange range)
    {
        for (var paragraph = range.First; paragraph <= range.Last; paragraph++)
        {
            if (Holds(pack, source, paragraph, excerpt))
            {
                return paragraph;
            }
        }

        return null;
    }

    private static void Report(PackContents pack, Evidence evidence, string excerpt, ParagraphRange range, LintFindings findings)
    {
        var (path, line) = pack.Lines.Of(evidence, "excerpt");
        var place = evidence.Paragraph is { } given ? $"paragraph {given} of '{evidence.Source}'" : $"the text of '{evidence.Source}'";
        var fix = Where(pack, evidence.Source, excerpt, range) is { } paragraph
            ? $"It stands in paragraph {paragraph}: write 'paragraph: {paragraph}'."
            : "Copy the words as they stand in the text, or say it in your own words as 'gist'.";
        findings.Error(LintId.ExcerptNotInText, path, line, $"The excerpt does not stand in {place}.", fix);
    }
}
