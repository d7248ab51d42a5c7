using System.Globalization;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>Puts a figure of the market file into words, in the spellings in which an answer may give it.</summary>
internal static class MarketFactWriter
{
    /// <summary>Adds the figure, its direction and its labels.</summary>
    public static void Add(SupportTexts texts, MarketFact fact)
    {
        texts.Movement = MovementOf(fact);
        texts.Figures.AddRange(FiguresOf(fact));
        var words = new List<string> { fact.Instrument, fact.Measure };
        words.Add(texts.Movement switch
        {
            > 0 => "rose gained up",
            < 0 => "fell lost dropped down",
            _ => string.Empty,
        });
        words.Add(fact.Basis switch
        {
            MarketBasis.Open => "opened at the opening",
            MarketBasis.Close => "closed at the close",
            MarketBasis.Intraday => "intraday during trading",
            _ => string.Empty,
        });
        words.Add(fact.Precision switch
        {
            FigurePrecision.About => "about",
            FigurePrecision.Nearly => "nearly",
            FigurePrecision.MoreThan => "more than",
            FigurePrecision.UpTo => "up to",
            _ => string.Empty,
        });
        words.Add(WrittenValue(fact));
        words.Add(fact.Date is { } date ? DateText(date) : string.Empty);
        texts.Lines.Add(string.Join(' ', words.Where(word => word.Length > 0)) + ".");
        texts.Labels.AddRange([fact.Instrument, fact.Measure, fact.Unit, "share stock index market trading score cost price point percent"]);
        if (fact.Symbol is { Length: > 0 } symbol)
        {
            texts.Labels.Add(symbol);
        }
    }

    /// <summary>
    /// Which way the figure says that something moved: by its sign, or by a measure that is named after a direction
    /// ("loss"); 0 for a level.
    /// </summary>
    public static int MovementOf(MarketFact fact)
    {
        var head = string.Join(' ', MeasureName.HeadWords(fact.Measure));
        return fact.Value < 0 ? -1
            : Polarity.Movement(head) is not 0 and var named ? named
            : IsChange(head) && fact.Value > 0 ? 1
            : 0;
    }

    /// <summary>The figure as a quantity, with its unit where the unit is one.</summary>
    public static IEnumerable<BoundedFigure> FiguresOf(MarketFact fact)
    {
        var bound = fact.Precision switch
        {
            FigurePrecision.About => FigureBound.About,
            FigurePrecision.Nearly => FigureBound.Less,
            FigurePrecision.MoreThan => FigureBound.More,
            FigurePrecision.UpTo => FigureBound.UpTo,
            _ => FigureBound.None,
        };
        var written = WrittenValue(fact);
        var quantity = QuantityReader.Read(written).FirstOrDefault();
        if (quantity is not null)
        {
            yield return new BoundedFigure(quantity, bound);
        }

        if (fact.Unit.Contains("rank", StringComparison.OrdinalIgnoreCase))
        {
            yield return new BoundedFigure(quantity! with { Kind = QuantityKind.Ordinal, Unit = string.Empty }, bound);
        }
    }

    // "USD billion" comes before its figure when it is read as text; other units behind.
    private static string WrittenValue(MarketFact fact)
    {
        var value = fact.Value.ToString(CultureInfo.InvariantCulture);
        var space = fact.Unit.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? fact.Unit : fact.Unit[..space];
        return CurrencyReader.IsCode(first)
            ? $"{(fact.Value < 0 ? "-" : string.Empty)}{Sign(first)}{value.TrimStart('-')}{(space < 0 ? string.Empty : fact.Unit[space..])}{(Sign(first).Length == 0 ? " " + first : string.Empty)}"
            : $"{value} {fact.Unit}";
    }

    private static string DateText(StoryDate date) => date.Precision switch
    {
        DatePrecision.Year => date.Start.ToString("'in' yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => date.Start.ToString("'in' MMMM yyyy", CultureInfo.InvariantCulture),
        _ => date.Start.ToString("'on' d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    private static string Sign(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "\u20AC",
        "GBP" => "\u00A3",
        _ => string.Empty,
    };

    private static bool IsChange(string measure) =>
        measure.Contains("change", StringComparison.OrdinalIgnoreCase) || measure.Contains("move", StringComparison.OrdinalIgnoreCase)
        || measure.Contains("return", StringComparison.OrdinalIgnoreCase) || measure.Contains("swing", StringComparison.OrdinalIgnoreCase);
}
