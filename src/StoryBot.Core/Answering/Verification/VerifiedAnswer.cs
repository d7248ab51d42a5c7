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
