using StoryBot.Core.Answering.Understanding.Dates;
using StoryBot.Core.Answering.Understanding.Linking;

namespace StoryBot.Core.Answering.Understanding;

/// <summary>A question read by itself, before the thread is taken into account.</summary>
/// <param name="Utterance">Its words, corrected.</param>
/// <param name="Part">What was read from them.</param>
/// <param name="Spans">The words that name entities.</param>
/// <param name="Dates">The words that name days.</param>
internal sealed record PartReading(
    Utterance Utterance, QuestionPart Part, IReadOnlyList<LinkedSpan> Spans, IReadOnlyList<DateMention> Dates);
