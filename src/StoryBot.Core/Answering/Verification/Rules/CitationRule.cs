using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>
/// A sentence cites at least one thing, and everything that it cites stands in this snapshot and may be seen by the
/// reader. Runs before the other rules, which rely on it.
/// </summary>
internal static class CitationRule
{
    /// <summary>The rule's name in logs.</summary>
    public const string Id = "citation";

    /// <summary>What is wrong, or null.</summary>
    public static string? FindFault(DraftSentence sentence, SupportCatalog catalog, ReaderScope scope)
    {
        if (string.IsNullOrWhiteSpace(sentence.Text))
        {
            return "the sentence is empty";
        }

        if (sentence.Citations.Count == 0)
        {
            return "nothing is cited";
        }

        foreach (var cited in sentence.Citations)
        {
            if (FindFault(cited, catalog.Snapshot, scope) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? FindFault(CitedSupport cited, KnowledgeSnapshot snapshot, ReaderScope scope) => cited switch
    {
        { Record: { } record, Passage: null } => FindFault(record, cited.EvidenceIndex, snapshot, scope),
        { Record: null, Passage: { } passage } => FindFault(passage, snapshot, scope),
        _ => "a citation is neither one record nor one passage",
    };

    private static string? FindFault(KnowledgeRecord record, int evidence, KnowledgeSnapshot snapshot, ReaderScope scope)
    {
        // The same object: a record of an older snapshot may have changed since.
        if (!ReferenceEquals(snapshot.Find(record.Id), record))
        {
            return $"{record.Id} is not in this snapshot";
        }

        if (!scope.Sees(record))
        {
            return $"{record.Id} is not visible to this reader";
        }

        if (evidence < 0 || evidence >= record.EvidenceCount())
        {
            return $"{record.Id} has no evidence {evidence}";
        }

        return snapshot.Find(record.EvidenceAt(evidence).Source) is null ? $"{record.Id} cites an unknown source" : null;
    }

    private static string? FindFault(Passage passage, KnowledgeSnapshot snapshot, ReaderScope scope)
    {
        if (snapshot.Passages.Find(passage.Id) is not { } stored || stored.Text != passage.Text || snapshot.Find(passage.Id.Source) is not { } source)
        {
            return $"passage {passage.Id} is not in this snapshot";
        }

        return scope.AsOf is { } asOf && source.Published is { } published && published.Start > asOf
            ? $"passage {passage.Id} is later than the reader's moment"
            : null;
    }
}
