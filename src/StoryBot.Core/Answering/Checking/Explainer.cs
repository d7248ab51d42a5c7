using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Selection;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Checking;

/// <summary>Tells what the knowledge has on a part, verified like any answer.</summary>
internal sealed class Explainer(StoryProfile profile, AnswerVerifier verifier)
{
    private readonly PartComposer _composer = new(profile);

    /// <summary>The explanation, or null when nothing survives verification.</summary>
    public VerifiedAnswer? Explain(string part, Finding finding, ReaderScope scope)
    {
        if (finding.Candidate is not { } candidate)
        {
            return null;
        }

        var draft = new DraftBuilder();
        var isClaim = candidate.Records is [Claim, ..];
        _composer.Write(
            new EvidenceSelection
            {
                Part = new QuestionPart { Text = part, Intent = isClaim ? Intent.IsItTrue : Intent.Fact },
                Records = candidate.Records,
                Passages = candidate.Passage is { } passage ? [passage] : [],
                IsRestated = isClaim && !finding.IsAgainst,
            },
            draft,
            scope);
        return verifier.Verify(finding.IsAgainst ? Against(draft.Build()) : draft.Build(), scope).Answer;
    }

    private DraftAnswer Against(DraftAnswer draft) => new([.. draft.Sentences.Select((sentence, index) =>
        index == 0 ? sentence with { Text = "The knowledge says otherwise: " + Wording.Inside(sentence.Text, profile) } : sentence)]);
}
