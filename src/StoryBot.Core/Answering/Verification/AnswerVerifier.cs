using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification;

/// <summary>
/// Checks a draft, sentence by sentence, against what it cites in one snapshot: the only door between a draft and a
/// reader. What fails is dropped. Keeps what it has read of the snapshot's records. Safe to share between threads.
/// </summary>
public sealed class AnswerVerifier(KnowledgeSnapshot snapshot)
{
    /// <summary>The snapshot that drafts are checked against.</summary>
    public KnowledgeSnapshot Snapshot => Catalog.Snapshot;

    /// <summary>What is read so far of the snapshot's records.</summary>
    internal SupportCatalog Catalog { get; } = new(snapshot);

    /// <summary>Keeps the sentences that their citations support; never throws for any draft.</summary>
    public VerificationResult Verify(DraftAnswer draft, ReaderScope scope)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return VerifiedAnswer.Check(draft, Catalog, scope);
    }
}
