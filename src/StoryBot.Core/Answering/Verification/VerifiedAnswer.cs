using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification;

/// <summary>
/// An answer in which every sentence was found to be supported by what it cites. Only <see cref="AnswerVerifier"/>
/// makes one, so that nothing unverified can reach a reader. Never empty. Immutable.
/// </summary>
public sealed class VerifiedAnswer
{
    private VerifiedAnswer(SnapshotId snapshot, IReadOnlyList<VerifiedSentence> sentences, IReadOnlyList<Citation> citations)
    {
        Snapshot = snapshot;
        Sentences = sentences;
        Citations = citations;
    }

    /// <summary>The snapshot that it was verified against.</summary>
    public SnapshotId Snapshot { get; }

    /// <summary>The sentences in reading order; each cites at least one of <see cref="Citations"/>.</summary>
    public IReadOnlyList<VerifiedSentence> Sentences { get; }

    /// <summary>What is cited, numbered from 1 in order of first use.</summary>
    public IReadOnlyList<Citation> Citations { get; }

    internal static VerificationResult Admit(DraftAnswer draft, KnowledgeSnapshot snapshot, ReaderScope scope)
    {
        var citations = new List<Citation>();
        var sentences = new List<VerifiedSentence>();
        var dropped = new List<DroppedSentence>();
        foreach (var sentence in draft.Sentences)
        {
            var cited = sentence.Citations.Select(support => Cite(support, snapshot, scope)).ToList();
            if (cited.Count == 0 || cited.Contains(null))
            {
                dropped.Add(new DroppedSentence(sentence, "cites nothing that the reader may see"));
                continue;
            }

            var numbers = cited.Select(citation => Number(citation!, citations)).Distinct().ToList();
            sentences.Add(new VerifiedSentence(sentence.Text, numbers, sentence.Layout));
        }

        return new VerificationResult(sentences.Count == 0 ? null : new VerifiedAnswer(snapshot.Id, sentences, citations), dropped);
    }

    private static int Number(Citation citation, List<Citation> citations)
    {
        var known = citations.FindIndex(other => other with { Number = 0 } == citation);
        if (known >= 0)
        {
            return known + 1;
        }

        citations.Add(citation with { Number = citations.Count + 1 });
        return citations.Count;
    }

    private static Citation? Cite(CitedSupport support, KnowledgeSnapshot snapshot, ReaderScope scope)
    {
        if (support.Passage is { } passage && snapshot.Find(passage.Id.Source) is { } source)
        {
            return new Citation(0, null, source, passage.Id.Paragraph, passage.Text);
        }

        if (support.Record is not { } record || !scope.Sees(record))
        {
            return null;
        }

        var all = record is Claim claim ? record.Evidence.Concat(claim.Disputes.Select(dispute => dispute.Evidence)).ToList() : record.Evidence;
        var evidence = all.ElementAtOrDefault(support.EvidenceIndex);
        return evidence is not null && snapshot.Find(evidence.Source) is { } cited
            ? new Citation(0, record, cited, evidence.Paragraph, evidence.Text)
            : null;
    }
}

/// <summary>A sentence and the numbers of its citations, never none.</summary>
public sealed record VerifiedSentence(string Text, IReadOnlyList<int> Citations, SentenceLayout Layout);

/// <summary>A numbered citation.</summary>
/// <param name="Number">Counted from 1 in order of first use.</param>
/// <param name="Record">The record, when one is cited.</param>
/// <param name="Source">The source.</param>
/// <param name="Paragraph">The paragraph, where the source has them.</param>
/// <param name="Excerpt">The source's words, or their gist where its wording is unreliable.</param>
public sealed record Citation(int Number, KnowledgeRecord? Record, Source Source, int? Paragraph, string Excerpt);
