using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification;

/// <summary>Checks a draft, sentence by sentence, against what it cites.</summary>
public sealed class AnswerVerifier(KnowledgeSnapshot snapshot)
{
    /// <summary>Verifies the draft for a reader.</summary>
    public VerificationResult Verify(DraftAnswer draft, ReaderScope scope)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return VerifiedAnswer.Admit(draft, snapshot, scope);
    }
}
