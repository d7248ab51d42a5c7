using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification;

/// <summary>What a citation's index points to.</summary>
internal static class CitedSupportExtensions
{
    /// <summary>How many pieces of evidence a record can be cited for: its own, then a claim's disputes.</summary>
    public static int EvidenceCount(this KnowledgeRecord record) =>
        record.Evidence.Count + (record is Claim claim ? claim.Disputes.Count : 0);

    /// <summary>The piece of evidence at the index, which must be in range.</summary>
    public static Evidence EvidenceAt(this KnowledgeRecord record, int index) =>
        index < record.Evidence.Count ? record.Evidence[index] : ((Claim)record).Disputes[index - record.Evidence.Count].Evidence;

    /// <summary>The piece of evidence that a citation of a record points to.</summary>
    public static Evidence Evidence(this CitedSupport cited) => cited.Record!.EvidenceAt(cited.EvidenceIndex);
}
