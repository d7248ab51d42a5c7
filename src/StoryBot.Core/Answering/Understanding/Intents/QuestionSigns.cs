namespace StoryBot.Core.Answering.Understanding.Intents;

/// <summary>What was read from a question before its intent is weighed.</summary>
/// <param name="Direction">The movement that it names.</param>
/// <param name="HasDate">Whether it names days.</param>
/// <param name="HasFigure">Whether it holds a figure other than a date.</param>
/// <param name="ContentWords">How many content words it has besides linked entities and dates.</param>
internal readonly record struct QuestionSigns(Direction Direction, bool HasDate, bool HasFigure, int ContentWords);
