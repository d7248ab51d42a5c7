using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Figures in the words of an answer.</summary>
internal static class FigureWords
{
    private static readonly string[] MoveWords = ["change", "move", "gain", "loss", "drop", "fall", "rise", "return", "decline"];

    private static readonly string[] FallWords = ["loss", "drop", "fall", "decline"];

    private static readonly string[] LevelWords = ["price", "level", "close", "closing level", "share price", "value", "index level"];

    /// <summary>Whether the figure is a movement, its sign being the direction: a "change", or a measure in percent or points that ends in such a word.</summary>
    public static bool IsMove(MarketFact fact)
    {
        var words = fact.Measure.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Contains("change")
            || (words.Length > 0 && MoveWords.Contains(words[^1]) && (fact.Unit.StartsWith("percent", StringComparison.OrdinalIgnoreCase) || fact.Unit.StartsWith("point", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether the figure is of something that trades: it has a ticker, which has no space, or is of a trading session.</summary>
    public static bool IsTraded(MarketFact fact) => fact.Basis is not null || fact.Symbol?.Contains(' ') == false;

    /// <summary>Whether the figure is the level at which something traded.</summary>
    public static bool IsLevel(MarketFact fact) => LevelWords.Contains(fact.Measure, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a movement is downwards, by its sign or by its measure's name.</summary>
    public static bool IsDown(MarketFact fact) =>
        fact.Value < 0
        || FallWords.Any(word => fact.Measure.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>"about 17%", "6,012.28", "$5.576 million", "2,788 thousand H800 GPU-hours"; a movement without its sign.</summary>
    public static string Amount(MarketFact fact, bool signless = false)
    {
        var precision = fact.Precision switch
        {
            FigurePrecision.About => "about ",
            FigurePrecision.Nearly => "nearly ",
            FigurePrecision.MoreThan => "more than ",
            FigurePrecision.UpTo => "up to ",
            _ => string.Empty,
        };
        return precision + Plain(signless ? Math.Abs(fact.Value) : fact.Value, fact.Unit);
    }

    private static string Plain(decimal value, string unit)
    {
        var number = Grouped(value);
        var lower = unit.ToLowerInvariant();
        if (lower is "percent" or "%" or "per cent")
        {
            return number + "%";
        }

        var symbol = Currency(unit, out var rest);
        if (symbol is null)
        {
            return unit.Length == 0 ? number : $"{number} {unit}";
        }

        if (rest.Length == 0 && Math.Abs(value) >= 1_000_000)
        {
            return Math.Abs(value) >= 1_000_000_000
                ? $"{Signed(symbol, value / 1_000_000_000)} billion"
                : $"{Signed(symbol, value / 1_000_000)} million";
        }

        // A sum without a scale is read in cents: "$18.60".
        return rest.Length == 0
            ? (value < 0 ? "-" : string.Empty) + symbol + Math.Abs(value).ToString(value == decimal.Truncate(value) ? "#,0" : "#,0.00########")
            : $"{Signed(symbol, value)} {rest}";
    }

    private static string Signed(string symbol, decimal value) => (value < 0 ? "-" : string.Empty) + symbol + Grouped(Math.Abs(value));

    private static string Grouped(decimal value) => value.ToString("#,0.##########");

    private static string? Currency(string unit, out string rest)
    {
        foreach (var (code, symbol) in new[] { ("USD", "$"), ("EUR", "€"), ("GBP", "£"), ("US dollars", "$"), ("dollars", "$"), ("euros", "€") })
        {
            if (unit.StartsWith(code, StringComparison.OrdinalIgnoreCase) && (unit.Length == code.Length || unit[code.Length] == ' '))
            {
                rest = unit[code.Length..].Trim();
                return symbol;
            }

            if (unit.EndsWith(' ' + code, StringComparison.OrdinalIgnoreCase))
            {
                rest = unit[..^(code.Length + 1)].Trim();
                return symbol;
            }
        }

        rest = unit;
        return null;
    }
}
