namespace StoryBot.Core.Answering.Understanding;

/// <summary>What a message asks: one part per question in it. Never empty. Immutable.</summary>
/// <param name="Original">The message after normalisation (no control, zero-width or bidirectional characters).</param>
/// <param name="Parts">The questions in it, in order.</param>
public sealed record QuestionPlan(string Original, IReadOnlyList<QuestionPart> Parts);
