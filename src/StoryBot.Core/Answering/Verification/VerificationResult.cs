namespace StoryBot.Core.Answering.Verification;

/// <summary>What is left of a draft. Every sentence of the draft is either in the answer or among the dropped.</summary>
/// <param name="Answer">The sentences that passed, or null when none did.</param>
/// <param name="Dropped">The sentences that did not, in order.</param>
public sealed record VerificationResult(VerifiedAnswer? Answer, IReadOnlyList<DroppedSentence> Dropped);
