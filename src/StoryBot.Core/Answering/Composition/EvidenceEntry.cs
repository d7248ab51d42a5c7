namespace StoryBot.Core.Answering.Composition;

/// <summary>A piece of evidence as a model reads it.</summary>
/// <param name="Number">The number by which a draft cites it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Status">How a claim stands; null for anything else.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">When it was said or measured, where known.</param>
public sealed record EvidenceEntry(int Number, string Text, string? Status, string? Publisher, string? Date);
