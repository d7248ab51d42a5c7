using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Charts;

/// <summary>
/// What a chart shows: movements in percent of one moment, out of the rows of a verified table and nowhere else. Immutable.
/// </summary>
/// <param name="Title">What is shown, in the bot's words.</param>
/// <param name="Moment">At which point of the trading day, and on which day: "At the close, 27 January 2025".</param>
/// <param name="Bars">The bars from the largest rise to the largest fall; 2 to <see cref="MostBars"/>.</param>
/// <param name="Note">What is not shown, in the bot's words; null for nothing.</param>
public sealed record MarketMoves(string Title, string Moment, IReadOnlyList<MarketBar> Bars, string? Note)
{
    /// <summary>The most bars that are read at a glance.</summary>
    public const int MostBars = 14;

    private const int LeastBars = 2;

    /// <summary>What it shows for those who do not see it: every figure.</summary>
    public string AltText => $"Bar chart. {Title}. {Moment}: {string.Join("; ", Bars.Select(bar => $"{bar.Name} {bar.Label}"))}.{(Note is null ? string.Empty : $" {Note}")}";

    /// <summary>The moves that a verified table states; null where there are not two of the same moment.</summary>
    public static MarketMoves? Of(VerifiedAnswer table)
    {
        ArgumentNullException.ThrowIfNull(table);

        // Only moves of the same moment compare: those of which the table has the most.
        var moment = Facts(table)
            .Where(fact => FigureWords.IsMove(fact) && fact.Unit.ToLowerInvariant() is "percent" or "%" or "per cent")
            .GroupBy(fact => (fact.Measure, fact.Basis, Day: fact.Date is { } date ? DateWords.InWords(date) : null))
            .OrderByDescending(group => group.DistinctBy(fact => fact.Instrument).Count())
            .ThenBy(group => group.Key.Basis != MarketBasis.Close)
            .FirstOrDefault();
        if (moment is null)
        {
            return null;
        }

        var figures = moment.GroupBy(fact => fact.Instrument).ToList();
        if (figures.Count < LeastBars)
        {
            return null;
        }

        var largest = figures.Select(Bar).OrderByDescending(bar => Math.Abs(bar.Percent)).Take(MostBars).OrderByDescending(bar => bar.Percent).ToList();
        return new MarketMoves("Market moves in percent", MomentWords(moment.Key.Basis, moment.Key.Day), largest, NoteOn(figures, largest));
    }

    private static IEnumerable<MarketFact> Facts(VerifiedAnswer table) => table.Sentences
        .Where(sentence => sentence.Layout == SentenceLayout.TableRow)
        .Select(sentence => sentence.Citations.Select(number => table.Citations[number - 1].Record).OfType<MarketFact>().FirstOrDefault())
        .OfType<MarketFact>()
        .DistinctBy(fact => fact.Id);

    // Where sources give several figures for the same, the most exact is drawn; the table has them all.
    private static MarketBar Bar(IGrouping<string, MarketFact> figures)
    {
        var fact = figures.OrderBy(fact => fact.Precision != FigurePrecision.Exact).ThenByDescending(fact => fact.Value.Scale).First();
        var percent = FigureWords.IsDown(fact) ? -Math.Abs(fact.Value) : fact.Value;
        var amount = FigureWords.Amount(fact, signless: true);
        var digits = amount.AsSpan().IndexOfAnyInRange('0', '9');
        return new MarketBar(fact.Instrument, percent, amount.Insert(digits, percent < 0 ? "-" : percent > 0 ? "+" : string.Empty));
    }

    private static string MomentWords(MarketBasis? basis, string? day)
    {
        var words = basis switch
        {
            MarketBasis.Open => "At the open",
            MarketBasis.Close => "At the close",
            MarketBasis.Intraday => "During the trading day",
            _ => "Time of day not given",
        };
        return day is null ? words : $"{words}, {day}";
    }

    private static string? NoteOn(List<IGrouping<string, MarketFact>> figures, List<MarketBar> shown)
    {
        var several = shown.Where(bar => figures.First(group => group.Key == bar.Name).Select(fact => fact.Value).Distinct().Count() > 1).Select(bar => bar.Name).ToList();
        string?[] notes =
        [
            figures.Count > shown.Count ? $"The {shown.Count} largest of {figures.Count} moves." : null,
            several.Count switch
            {
                0 => null,
                1 => $"The table has several figures for {several[0]}; the most exact is drawn.",
                _ => $"The table has several figures for {several.Count} of them; the most exact is drawn.",
            },
        ];
        return notes.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;
    }
}

/// <summary>A bar of a chart.</summary>
/// <param name="Name">What moved, as the table calls it.</param>
/// <param name="Percent">By how much, in percent; negative for a fall.</param>
/// <param name="Label">The figure as the table writes it, with its sign: "-16.97%", "about +2%".</param>
public sealed record MarketBar(string Name, decimal Percent, string Label);
