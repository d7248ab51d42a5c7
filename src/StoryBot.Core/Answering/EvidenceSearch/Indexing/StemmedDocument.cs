namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>A document on its way into the inverted index.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Stems">Its stems and entity words in order, without stop words.</param>
/// <param name="Dated">Its date in Unix seconds, or <see cref="LuceneWriter.Undated"/>.</param>
/// <param name="Embargo">The end of its embargo in Unix seconds, or <see cref="LuceneWriter.Undated"/>.</param>
internal sealed record StemmedDocument(int Number, List<string> Stems, long Dated, long Embargo);
