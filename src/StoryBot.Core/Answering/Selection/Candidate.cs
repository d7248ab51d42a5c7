using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Selection;

/// <summary>A record that may answer a question part, and how well.</summary>
/// <param name="Profile">The record and its words.</param>
/// <param name="Score">Larger is better; comparable inside one question part.</param>
/// <param name="Coverage">The share of the question's content that the record has, weighted by rarity, 0 to 1.</param>
/// <param name="Missing">The question's words that it lacks, rarest first.</param>
public sealed record Candidate(RecordProfile Profile, double Score, double Coverage, IReadOnlyList<string> Missing)
{
    /// <summary>The record.</summary>
    public KnowledgeRecord Record => Profile.Record;
}
