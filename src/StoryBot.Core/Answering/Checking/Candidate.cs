using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Checking;

/// <summary>Records of the knowledge that a part is compared with as one: a claim, a quotation, or the figures of one instrument and moment.</summary>
/// <param name="Records">The records; one passage stands for none.</param>
/// <param name="Units">What they say.</param>
internal sealed record Candidate(IReadOnlyList<KnowledgeRecord> Records, IReadOnlyList<SupportUnit> Units)
{
    /// <summary>The passage, when it is one.</summary>
    public Passage? Passage { get; init; }
}
