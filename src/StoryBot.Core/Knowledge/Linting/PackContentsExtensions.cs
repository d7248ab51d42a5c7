using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Linting;

/// <summary>What several rules look through.</summary>
internal static class PackContentsExtensions
{
    /// <summary>All evidence: of the records, then of the disputes of each claim.</summary>
    public static IEnumerable<(KnowledgeRecord Record, Evidence Evidence)> AllEvidence(this PackContents pack) =>
        pack.Records.SelectMany(record => EvidenceOf(record).Select(evidence => (record, evidence)));

    /// <summary>The evidence of a record and of its disputes.</summary>
    public static IEnumerable<Evidence> EvidenceOf(KnowledgeRecord record) =>
        record is Claim claim ? claim.Evidence.Concat(claim.Disputes.Select(dispute => dispute.Evidence)) : record.Evidence;
}
