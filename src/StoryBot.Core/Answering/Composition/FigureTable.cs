using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Figures of several instruments side by side: a row a measure, a column an instrument. At least two columns.</summary>
internal sealed class FigureTable
{
    private const int RowLimit = 12;

    private readonly IReadOnlyList<string> _instruments;
    private readonly IReadOnlyList<IGrouping<string, MarketFact>> _rows;

    private FigureTable(IReadOnlyList<string> instruments, IReadOnlyList<IGrouping<string, MarketFact>> rows)
    {
        _instruments = instruments;
        _rows = rows;
    }

    /// <summary>The table of the figures that at least two instruments share, or null when there is none.</summary>
    public static FigureTable? From(IReadOnlyList<KnowledgeRecord> records)
    {
        var facts = records.OfType<MarketFact>().Where(fact => fact.Review == ReviewState.Reviewed).ToList();
        var rows = facts
            .GroupBy(RowName, StringComparer.OrdinalIgnoreCase)
            .Where(row => row.Select(fact => fact.Instrument).Distinct().Count() > 1)
            .Take(RowLimit)
            .ToList();
        var instruments = rows.SelectMany(row => row).Select(fact => fact.Instrument).Distinct().ToList();
        return rows.Count > 0 ? new FigureTable(instruments, rows) : null;
    }

    /// <summary>Adds the header and the rows.</summary>
    public void Write(DraftBuilder draft, Support support)
    {
        var heads = _instruments.Select(instrument => _rows.SelectMany(row => row).First(fact => fact.Instrument == instrument));
        draft.Add("Measure | " + string.Join(" | ", _instruments), [.. heads.Select(fact => support.Of(fact)[0])], SentenceLayout.TableRow);
        foreach (var row in _rows)
        {
            var cells = _instruments.Select(instrument => row.FirstOrDefault(fact => fact.Instrument == instrument)).ToList();
            draft.Add(
                row.Key + " | " + string.Join(" | ", cells.Select(Cell)),
                [.. cells.OfType<MarketFact>().Select(fact => support.Of(fact)[0])],
                SentenceLayout.TableRow);
            foreach (var fact in cells.OfType<MarketFact>())
            {
                draft.Begin(fact);
            }
        }
    }

    private static string RowName(MarketFact fact)
    {
        var basis = fact.Basis is { } at ? ", " + at.ToString().ToLowerInvariant() : string.Empty;
        return fact.Measure + basis;
    }

    // A movement keeps its sign, behind the word that rounds it: "about -11.5%".
    private static string Cell(MarketFact? fact) => fact is null ? "–" : FigureWords.Amount(fact);
}
