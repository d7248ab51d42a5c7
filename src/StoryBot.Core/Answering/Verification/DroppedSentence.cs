using StoryBot.Core.Answering.Composition;

namespace StoryBot.Core.Answering.Verification;

/// <summary>A sentence of a draft that failed. For logs and for the composer, never for readers.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Rule">The id of the rule that it broke.</param>
/// <param name="Reason">What is wrong, in a few words.</param>
public sealed record DroppedSentence(DraftSentence Sentence, string Rule, string Reason);
