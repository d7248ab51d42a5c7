namespace StoryBot.Core.Answering.Selection;

/// <summary>A word of a question that an answer should have.</summary>
/// <param name="Word">The word as it was asked.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="IsNoun">Whether it stands where English has nouns; other words can be said in many ways.</param>
internal sealed record QuestionTerm(string Word, string Stem, bool IsNoun);
