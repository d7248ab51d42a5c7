using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Chooses which evidence of a record a sentence cites.</summary>
internal sealed class Support(KnowledgeSnapshot snapshot)
{
    /// <summary>The record's first evidence and, where that is a weaker source, its best.</summary>
    public IReadOnlyList<CitedSupport> Of(KnowledgeRecord record)
    {
        var best = 0;
        for (var i = 1; i < record.Evidence.Count; i++)
        {
            if (GradeOf(record.Evidence[i]) < GradeOf(record.Evidence[best]))
            {
                best = i;
            }
        }

        return best == 0
            ? [At(record, 0)]
            : [At(record, 0), At(record, best)];
    }

    /// <summary>One piece of a record's evidence, counted from 0 and on into a claim's disputes.</summary>
    public static CitedSupport At(KnowledgeRecord record, int index) => new() { Record = record, EvidenceIndex = index };

    /// <summary>The evidence of the claim's dispute with this index.</summary>
    public static CitedSupport Dispute(Claim claim, int index) => At(claim, claim.Evidence.Count + index);

    /// <summary>The evidence other than the first that comes from a better source than it, best first.</summary>
    public IEnumerable<int> Independent(KnowledgeRecord record) => Enumerable
        .Range(1, Math.Max(0, record.Evidence.Count - 1))
        .Where(i => record.Evidence[i].Source != record.Evidence[0].Source)
        .OrderBy(i => GradeOf(record.Evidence[i]));

    private SourceGrade GradeOf(Evidence evidence) => snapshot.Find(evidence.Source)?.Grade ?? SourceGrade.C;
}
