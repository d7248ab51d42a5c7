using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification;

/// <summary>A numbered citation.</summary>
/// <param name="Number">Counted from 1 in order of first use.</param>
/// <param name="Record">The record, when one is cited.</param>
/// <param name="Source">The source.</param>
/// <param name="Paragraph">The paragraph, where the source has them.</param>
/// <param name="Excerpt">The source's words, or their gist where its wording is unreliable.</param>
public sealed record Citation(int Number, KnowledgeRecord? Record, Source Source, int? Paragraph, string Excerpt);
