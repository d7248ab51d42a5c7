using StoryBot.Host.Contracts;

namespace StoryBot.Host.Evaluation;

/// <summary>How one question of a question file went.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer that it got.</param>
/// <param name="Wrong">Why the answer is not right, or why it should have been declined; null when it is right.</param>
/// <param name="Miscited">Why a right answer is not cited right; null when it is, or when it is not right at all.</param>
/// <param name="UncitedSentences">How many of its sentences cite nothing.</param>
internal sealed record EvalScore(EvalQuestion Question, AnswerObject Answer, string? Wrong, string? Miscited, int UncitedSentences);
