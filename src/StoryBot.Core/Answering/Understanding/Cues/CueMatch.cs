namespace StoryBot.Core.Answering.Understanding.Cues;

/// <summary>A pattern that was found.</summary>
/// <param name="Value">What the pattern stands for.</param>
/// <param name="Start">The first token.</param>
/// <param name="End">The token after the last.</param>
internal readonly record struct CueMatch<T>(T Value, int Start, int End);
