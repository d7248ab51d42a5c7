using System.Globalization;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>Turns a snapshot's records and passages into documents. Drafts become none: they are never answered from.</summary>
internal sealed class DocumentSource
{
    private readonly KnowledgeSnapshot _snapshot;
    private readonly Dictionary<string, int> _entities = new(StringComparer.OrdinalIgnoreCase);

    public DocumentSource(KnowledgeSnapshot snapshot)
    {
        _snapshot = snapshot;
        for (var i = 0; i < snapshot.Story.Entities.Count; i++)
        {
            var entity = snapshot.Story.Entities[i];
            foreach (var name in entity.Aliases.Prepend(entity.Name))
            {
                _entities.TryAdd(name, i);
            }
        }
    }

    /// <summary>The documents: records in the snapshot's order, then passages in the catalog's.</summary>
    public IEnumerable<EvidenceDocument> All()
    {
        for (var i = 0; i < _snapshot.Records.Count; i++)
        {
            if (_snapshot.Records[i].Review != ReviewState.Draft)
            {
                yield return OfRecord(_snapshot.Records[i], i);
            }
        }

        var sources = _snapshot.Sources.Select((source, place) => (source, place))
            .ToDictionary(pair => pair.source.Id, pair => pair.place);
        foreach (var passage in _snapshot.Passages.All())
        {
            if (sources.TryGetValue(passage.Id.Source, out var place))
            {
                yield return OfPassage(passage, place);
            }
        }
    }

    private EvidenceDocument OfPassage(Passage passage, int place)
    {
        var source = _snapshot.Sources[place];
        var document = new EvidenceDocument { Source = place, Paragraph = passage.Id.Paragraph, Date = source.Published };
        document.Add(DocumentField.Title, source.Title);
        document.Add(DocumentField.Main, passage.Text);
        return document;
    }

    private EvidenceDocument OfRecord(KnowledgeRecord record, int place)
    {
        var document = new EvidenceDocument { Record = place, Date = record.Date, Embargo = record.Embargo };
        switch (record)
        {
            case Claim claim:
                AddClaim(document, claim);
                break;
            case Quote quote:
                AddQuote(document, quote);
                break;
            case MarketFact fact:
                AddMarketFact(document, fact);
                break;
            default:
                throw new InvalidOperationException($"A record of an unknown kind: {record.Id}.");
        }

        document.Add(DocumentField.Context, record.Id.Value.Replace('-', ' '));
        document.Add(DocumentField.Context, string.Join(' ', record.Refs));
        if (record.Date is { } date)
        {
            document.Add(DocumentField.Context, InWords(date));
        }

        foreach (var evidence in record.Evidence)
        {
            document.Add(DocumentField.Evidence, evidence.Text);
        }

        return document;
    }

    private void AddClaim(EvidenceDocument document, Claim claim)
    {
        document.Add(DocumentField.Main, claim.Statement);
        AddNames(document, [claim.Claimant, .. claim.About, .. claim.Disputes.Select(dispute => dispute.By)]);
        document.Add(DocumentField.Context, string.Join(' ', claim.Topics).Replace('-', ' '));
        document.Add(DocumentField.Context, claim.Status.ToString());
        foreach (var dispute in claim.Disputes)
        {
            document.Add(DocumentField.Evidence, dispute.Evidence.Text);
        }
    }

    private void AddQuote(EvidenceDocument document, Quote quote)
    {
        document.Add(DocumentField.Main, quote.Text);
        AddNames(document, quote.Organisation is { } organisation ? [quote.Speaker, organisation] : [quote.Speaker]);
        document.Add(DocumentField.Context, quote.Role);
        document.Add(DocumentField.Context, quote.Venue);
        document.Add(DocumentField.Evidence, quote.AsPrinted?.Text);
    }

    private void AddMarketFact(EvidenceDocument document, MarketFact fact)
    {
        document.Add(DocumentField.Main, $"{fact.Instrument} {fact.Measure} {fact.Value} {fact.Unit}");
        AddNames(document, [fact.Instrument]);
        document.Add(DocumentField.Context, fact.Symbol);
        document.Add(DocumentField.Context, fact.Basis?.ToString());
        if (fact.Measure.Contains("change", StringComparison.OrdinalIgnoreCase))
        {
            // The figure's sign, in the words that people use for it.
            document.Add(DocumentField.Roles, fact.Value < 0
                ? "fell down dropped lost declined slid plunged shares stock"
                : "rose up gained climbed jumped advanced shares stock");
        }
    }

    private void AddNames(EvidenceDocument document, IEnumerable<string> names)
    {
        // Each word once: an entity with many roles is no more about any of them.
        var roles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            document.Add(DocumentField.Context, name);
            if (_entities.TryGetValue(name, out var place))
            {
                document.Entities.Add(place);
                var entity = _snapshot.Story.Entities[place];
                roles.UnionWith(entity.Aliases.Concat(entity.Roles).SelectMany(text => text.Split(' ')));
            }
        }

        document.Add(DocumentField.Roles, string.Join(' ', roles));
    }

    private static string InWords(StoryDate date) => date.Precision switch
    {
        DatePrecision.Year => date.Start.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => date.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => date.Start.ToString("d MMMM yyyy dddd", CultureInfo.InvariantCulture),
    };
}
