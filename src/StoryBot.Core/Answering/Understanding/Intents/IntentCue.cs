namespace StoryBot.Core.Answering.Understanding.Intents;

/// <summary>What a turn of phrase says about the answer that is wanted, and how strongly.</summary>
internal readonly record struct IntentCue(Intent Intent, int Weight);
