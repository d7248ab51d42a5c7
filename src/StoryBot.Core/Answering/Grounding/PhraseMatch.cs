namespace StoryBot.Core.Answering.Grounding;

/// <summary>A turn of phrase in a text.</summary>
/// <param name="Start">The place of its first word.</param>
/// <param name="Length">How many words it has.</param>
/// <param name="Meaning">The plain word that it means; null where it says nothing on the subject.</param>
public sealed record PhraseMatch(int Start, int Length, string? Meaning);
