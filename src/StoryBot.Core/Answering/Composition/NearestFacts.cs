using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Tells the nearest things that are known, verified like an answer, when a question is declined.</summary>
internal sealed class NearestFacts(StoryProfile profile, AnswerVerifier verifier)
{
    /// <summary>How many are told at the most.</summary>
    public const int Limit = 3;

    private readonly PartComposer _parts = new(profile);

    /// <summary>The records as a list, or null when there are none.</summary>
    public VerifiedAnswer? Tell(IReadOnlyList<KnowledgeRecord> records, ReaderScope scope)
    {
        if (records.Count == 0)
        {
            return null;
        }

        var draft = new DraftBuilder();
        _parts.WriteList(records, draft);
        return verifier.Verify(draft.Build(), scope).Answer;
    }
}
