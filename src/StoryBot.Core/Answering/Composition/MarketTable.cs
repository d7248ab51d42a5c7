using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Figures as rows: what, which property and when in the day, how much, on which date.</summary>
internal static class MarketTable
{
    /// <summary>A draft with a row for each figure.</summary>
    public static DraftAnswer Draft(IReadOnlyList<MarketFact> facts, Support support)
    {
        var draft = new DraftBuilder();
        foreach (var fact in facts)
        {
            var basis = fact.Basis is { } at ? ", " + at.ToString().ToLowerInvariant() : string.Empty;
            var date = fact.Date is { } when ? " | " + DateWords.InWords(when) : string.Empty;
            draft.Add($"{fact.Instrument} | {fact.Measure}{basis} | {FigureWords.Amount(fact)}{date}", support.Of(fact), SentenceLayout.TableRow);
        }

        return draft.Build();
    }
}
