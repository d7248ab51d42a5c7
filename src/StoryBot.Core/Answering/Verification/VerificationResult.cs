using StoryBot.Core.Answering.Composition;

namespace StoryBot.Core.Answering.Verification;

/// <summary>What the verifier made of a draft.</summary>
/// <param name="Answer">What survived; null when nothing did.</param>
/// <param name="Dropped">The sentences that did not, with the reason.</param>
public sealed record VerificationResult(VerifiedAnswer? Answer, IReadOnlyList<DroppedSentence> Dropped);

/// <summary>A sentence that was dropped, and the rule that it broke.</summary>
public sealed record DroppedSentence(DraftSentence Sentence, string Reason);
