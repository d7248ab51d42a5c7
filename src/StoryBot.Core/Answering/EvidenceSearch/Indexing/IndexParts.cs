using StoryBot.Core.Answering.EvidenceSearch.Words;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>What an index holds beside the inverted lists and the documents' words. Read-only.</summary>
/// <param name="Vocabulary">The words.</param>
/// <param name="Vectors">Their vectors.</param>
/// <param name="Entities">How the story's entities are found in text.</param>
/// <param name="Pairs">How common word pairs are.</param>
/// <param name="Sentences">The sentences' vectors; null for a pack too large to look through all of them.</param>
/// <param name="Documents">The documents by number.</param>
internal sealed record IndexParts(
    Vocabulary Vocabulary,
    VocabularyVectors Vectors,
    EntityPhrases Entities,
    PairCounts Pairs,
    SentenceVectors? Sentences,
    DocumentEntry[] Documents);
