namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>What search keeps in memory of one document.</summary>
/// <param name="Start">Where its words start in the <see cref="WordStore"/>, counted in words.</param>
/// <param name="Size">How many numbers it has there.</param>
/// <param name="Length">How many ranked words it has, weighted by field.</param>
/// <param name="GramLength">How many character grams it has, weighted by field.</param>
/// <param name="Record">The record's place in the snapshot, or -1.</param>
/// <param name="Source">The passage's source's place in the snapshot, or -1.</param>
/// <param name="Paragraph">The passage's paragraph.</param>
/// <param name="Day">The day number of its date, or 0 when it has none.</param>
internal readonly record struct DocumentEntry(
    long Start,
    int Size,
    float Length,
    float GramLength,
    int Record,
    int Source,
    int Paragraph,
    int Day);
