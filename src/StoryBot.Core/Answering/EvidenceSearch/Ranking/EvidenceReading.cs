namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>What of a query one document holds, and the words of its best sentence.</summary>
/// <param name="Signals">The document's signals.</param>
/// <param name="InSentence">For each term, how far the best sentence with its context holds it, 0 to 1; words only similar don't count.</param>
/// <param name="InDocument">The same for the whole document.</param>
/// <param name="Sentence">The numbers of the best sentence's words.</param>
/// <param name="Words">The numbers of the document's words, each once.</param>
internal sealed record EvidenceReading(
    DocumentSignals Signals,
    float[] InSentence,
    float[] InDocument,
    int[] Sentence,
    IReadOnlySet<int> Words);
