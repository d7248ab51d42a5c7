using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch;

/// <summary>Finds the records and passages of one snapshot that bear on a question. Safe to share between threads.</summary>
public interface IEvidenceSearch
{
    /// <summary>The snapshot that it searches.</summary>
    KnowledgeSnapshot Snapshot { get; }

    /// <summary>The best evidence for the query, best first.</summary>
    EvidenceSet Search(EvidenceQuery query, CancellationToken cancellationToken);
}
