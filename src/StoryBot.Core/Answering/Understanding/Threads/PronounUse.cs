namespace StoryBot.Core.Answering.Understanding.Threads;

/// <summary>A word that stands for something outside its question.</summary>
internal readonly record struct PronounUse(int At, PronounKind Kind);
