using System.Collections.Concurrent;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Checking;

/// <summary>Finds what a part of a statement can be compared with. Safe to share between threads.</summary>
internal sealed class CandidateFinder(IEvidenceSearch search, SupportCatalog catalog)
{
    // Far more than the few that matter: a contradicting record may share few words with the statement.
    private const int Hits = 40;

    private readonly ConcurrentDictionary<RecordId, SupportUnit> _units = [];
    private readonly Lazy<ILookup<string, MarketFact>> _facts = new(() => catalog.Snapshot.MarketFacts.ToLookup(fact => fact.Instrument));

    /// <summary>The candidates, best first.</summary>
    public IEnumerable<Candidate> Find(string part, ReaderScope scope, CancellationToken cancellationToken)
    {
        var hits = search.Search(new EvidenceQuery { Text = part, Scope = scope, Top = Hits }, cancellationToken).Hits;
        var instruments = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            if (hit.Passage is { } passage)
            {
                yield return new Candidate([], [catalog.UnitOf(new Composition.CitedSupport { Passage = passage })]) { Passage = passage };
            }
            else if (hit.Record is MarketFact fact)
            {
                if (instruments.Add(fact.Instrument))
                {
                    foreach (var candidate in FactsOf(fact.Instrument, scope))
                    {
                        yield return candidate;
                    }
                }
            }
            else if (hit.Record is { } record && scope.Sees(record))
            {
                yield return new Candidate([record], [UnitOf(record)]);
            }
        }
    }

    // Figures of one instrument and moment belong together: "closed down 2% at 600".
    private IEnumerable<Candidate> FactsOf(string instrument, ReaderScope scope)
    {
        foreach (var group in _facts.Value[instrument].Where(fact => scope.Sees(fact) && fact.Review == ReviewState.Reviewed).GroupBy(fact => (fact.Basis, fact.Date)))
        {
            foreach (var fact in group)
            {
                yield return new Candidate([fact], [UnitOf(fact)]);
            }

            if (group.Count() > 1)
            {
                yield return new Candidate([.. group], [.. group.Select(UnitOf)]);
            }
        }
    }

    private SupportUnit UnitOf(KnowledgeRecord record) =>
        _units.GetOrAdd(record.Id, _ => new SupportUnit(SupportWriter.WriteAlone(catalog.Snapshot, record), catalog.Entities));
}
