using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>All rules, in the order in which they are applied; the first fault decides.</summary>
internal static class SentenceRules
{
    private static readonly ISentenceRule[] All =
    [
        new RetractionRule(),
        new QuotationRule(),
        new QuantityRule(),
        new DateRule(),
        new NameRule(),
        new MovementRule(),
        new AlignmentRule(),
        new StatusRule(),
        new AttributionRule(),
        new WordingRule(),
    ];

    /// <summary>The first rule that the sentence breaks, with what is wrong; null when it keeps all.</summary>
    public static (string Rule, string Reason)? FindViolation(DraftSentence draft, SupportCatalog catalog, ReaderScope scope)
    {
        if (CitationRule.FindFault(draft, catalog, scope) is { } uncited)
        {
            return (CitationRule.Id, uncited);
        }

        var sentence = new CheckedSentence(draft, catalog);
        foreach (var rule in All)
        {
            if (rule.FindFault(sentence) is { } fault)
            {
                return (rule.Id, fault);
            }
        }

        return null;
    }
}
