using System.Text.Json.Serialization;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>What a story function found, in the form in which a model reads it: numbered entries that a draft may cite.</summary>
public sealed class EvidenceListing
{
    private readonly KnowledgeSnapshot _snapshot;
    private readonly CitationLedger _ledger;

    internal EvidenceListing(EvidenceSet evidence, KnowledgeSnapshot snapshot, CitationLedger ledger)
    {
        Evidence = evidence;
        _snapshot = snapshot;
        _ledger = ledger;
    }

    /// <summary>The evidence itself, for the pipeline.</summary>
    [JsonIgnore]
    public EvidenceSet Evidence { get; }

    /// <summary>The entries, best first. Reading them enters them in the ledger of the answer.</summary>
    public IEnumerable<EvidenceEntry> Entries => Evidence.Hits.SelectMany(EntriesOf);

    private IEnumerable<EvidenceEntry> EntriesOf(EvidenceHit hit)
    {
        if (hit.Passage is { } passage)
        {
            yield return new EvidenceEntry(_ledger.NumberOf(new CitedSupport { Passage = passage }), passage.Text, null, Publisher(passage.Id.Source), null);
        }
        else if (hit.Record is { } record)
        {
            for (var i = 0; i < record.Evidence.Count; i++)
            {
                var number = _ledger.NumberOf(Support.At(record, i));
                var date = record.Date is { } at ? DateWords.InWords(at) : null;
                yield return new EvidenceEntry(number, Headline(record), (record as Claim)?.Status.ToString(), Publisher(record.Evidence[i].Source), date);
            }
        }
    }

    private string? Publisher(SourceId id) => _snapshot.Find(id)?.Publisher;

    private static string Headline(KnowledgeRecord record) => record switch
    {
        Claim claim => $"{claim.Claimant}: {claim.Statement}",
        Quote { IsParaphrase: true } quote => $"{quote.Speaker} (paraphrase): {quote.Text}",
        Quote quote => $"{quote.Speaker}: \"{quote.Text}\"",
        MarketFact fact => $"{fact.Instrument}, {fact.Measure}: {FigureWords.Amount(fact)} {fact.Basis}",
        _ => string.Empty,
    };
}
