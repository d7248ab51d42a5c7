using StoryBot.Core.Answering.Composition;

namespace StoryBot.Core.Answering.Verification;

/// <summary>A sentence and the numbers of its citations, never none.</summary>
public sealed record VerifiedSentence(string Text, IReadOnlyList<int> Citations, SentenceLayout Layout);
