namespace StoryBot.Core.Answering.Understanding.Dates;

/// <summary>Words of a question that name days.</summary>
/// <param name="Range">The days.</param>
/// <param name="Start">The first word.</param>
/// <param name="End">The word after the last.</param>
/// <param name="IsReference">Whether they point back ("that day") and mean the thread's date, where it has one.</param>
internal readonly record struct DateMention(DateRange Range, int Start, int End, bool IsReference);
