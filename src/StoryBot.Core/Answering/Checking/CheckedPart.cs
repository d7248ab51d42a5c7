using StoryBot.Core.Answering.Verification;

namespace StoryBot.Core.Answering.Checking;

/// <summary>One thing that a checked statement says.</summary>
/// <param name="Text">The words, from the statement; a subject that was left out is filled in.</param>
/// <param name="Verdict">What the knowledge says of it.</param>
/// <param name="Explanation">What the knowledge has on it, cited; null exactly when the verdict is <see cref="CheckVerdict.NotInKnowledge"/>.</param>
public sealed record CheckedPart(string Text, CheckVerdict Verdict, VerifiedAnswer? Explanation);
