using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Linting.Rules;

namespace StoryBot.Core.Knowledge.Linting;

/// <summary>Asks every rule about a pack that was read.</summary>
internal static class PackLinter
{
    private static readonly IReadOnlyList<ILintRule> Rules =
    [
        new IdsAreUnique(),
        new EntityNamesAreUnique(),
        new SourcesExist(),
        new RecordsExist(),
        new SupersededRecordsEnd(),
        new RecordsHaveEvidence(),
        new EvidenceHasOneWording(),
        new UnreliableWordingIsNotQuoted(),
        new ParagraphsExist(),
        new ExcerptsStandInTheText(),
        new NumbersHaveEvidence(),
        new QuotationsAgreeWithEvidence(),
        new RetractionsAreExplained(),
        new RecordsAreDatedBeforeAsOf(),
        new SourcesAreUsed(),
        new TextsBelongToSources(),
        new FilesAreKnown(),
        new StoryIsNamedAfterFolder(),
    ];

    /// <summary>Reports everything that the rules find.</summary>
    public static void Check(PackContents pack, LintFindings findings, CancellationToken cancellationToken)
    {
        foreach (var rule in Rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rule.Check(pack, findings);
        }
    }
}
