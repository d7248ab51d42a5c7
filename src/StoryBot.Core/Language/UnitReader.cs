using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>Reads what a figure measures from what follows it.</summary>
internal static class UnitReader
{
    /// <summary>The suffix of a multiple.</summary>
    public const string Multiple = "times";

    /// <summary>The suffix of a difference between percentages.</summary>
    public const string PercentagePoint = "percentage point";

    private const int NounDistance = 3;

    private static readonly FrozenSet<string> IrregularPlurals = new[] { "people", "children", "men", "women", "staff", "percent" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IrregularPluralsBySpan = IrregularPlurals.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Units = new[]
    {
        "percent", "percentage", "point", "points", "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours",
        "minute", "minutes", "second", "seconds", "token", "tokens", "parameter", "parameters", "share", "shares", "gpu", "gpus", "gpu-hours",
        "times", "fold", "pp", "bps", "dollar", "dollars", "euro", "euros", "yuan", "yen", "pounds", "usd", "eur", "gbp", "cny", "basis",
        "users", "countries", "companies", "models", "chips",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitsBySpan = Units.GetAlternateLookup<ReadOnlySpan<char>>();

    // Plural-looking words that are not what is counted.
    private static readonly FrozenSet<string> NotNouns = new[]
    {
        "has", "was", "is", "does", "its", "his", "this", "as", "us", "plus", "less", "versus", "vs", "says", "beats", "leads", "scores",
        "rises", "falls", "gains", "loses", "costs", "remains", "makes", "means", "shows", "thus", "perhaps", "besides", "across", "whereas",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNounsBySpan = NotNouns.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind and unit of the figure that ends at the cursor; the cursor moves over the unit's words.</summary>
    public static (QuantityKind Kind, string Unit) Read(ref FigureCursor cursor, Figure figure)
    {
        if (figure.Suffix.Length > 0)
        {
            return OfSuffixed(figure);
        }

        if (TryPercent(ref cursor, out var kind))
        {
            return (kind, string.Empty);
        }

        if (figure.Currency.Length > 0)
        {
            SkipCurrency(ref cursor);
            return (QuantityKind.Money, figure.Currency);
        }

        if (TryMoney(ref cursor) is { Length: > 0 } currency)
        {
            return (QuantityKind.Money, currency);
        }

        if (cursor.Is(cursor.Index, "times") || cursor.Is(cursor.Index, '\u00D7') || (cursor.Is(cursor.Index, "x") && !cursor.IsGlued(cursor.Index + 1)))
        {
            cursor.Index++;
            return (QuantityKind.Multiple, string.Empty);
        }

        return Noun(ref cursor) is { Length: > 0 } noun ? (QuantityKind.Count, noun) : (QuantityKind.Number, string.Empty);
    }

    /// <summary>Whether a unit that makes a number a figure follows there.</summary>
    public static bool HasUnit(FigureCursor cursor, int index) =>
        cursor.Is(index, '%') || NumberWords.TryScale(cursor.At(index), out _) || IsUnit(cursor.At(index))
        || CurrencyReader.OfWord(cursor.At(index)).Length > 0
        || (cursor.IsGlued(index) && (NumberWords.TrySuffix(cursor.At(index), out _) || OfSuffix(cursor.At(index)).Length > 0));

    /// <summary>Whether the word is a usual unit.</summary>
    public static bool IsUnit(ReadOnlySpan<char> word) => UnitsBySpan.Contains(word) || CurrencyReader.IsCode(word);

    /// <summary>Whether the word looks like a plural noun.</summary>
    public static bool IsPlural(ReadOnlySpan<char> word) =>
        word.Length > 3 && char.IsLower(word[0])
            ? (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && !NotNounsBySpan.Contains(word))
                || IrregularPluralsBySpan.Contains(word)
            : word is "GPUs" or "CPUs" or "LLMs" || (word.Length > 2 && word[^1] == 's' && char.IsUpper(word[^2]));

    /// <summary>The unit of letters glued to a number, or empty: x, th, pp, GB.</summary>
    public static string OfSuffix(ReadOnlySpan<char> suffix) => suffix switch
    {
        "x" or "X" => Multiple,
        "pp" or "pps" or "ppt" or "ppts" => PercentagePoint,
        "bps" or "bp" => "basis point",
        "pct" => "percent",
        "h" or "hr" or "hrs" => "hour",
        "km" or "kg" or "GB" or "TB" or "MB" or "PB" or "nm" or "GW" or "MW" or "kW" or "TWh" or "GWh" or "MWh" or "kWh" or "ms" or "GHz" or "MHz" => suffix.ToString(),
        _ => string.Empty,
    };

    /// <summary>The unit of a word that is hyphenated to a number: "year", "fold".</summary>
    public static string OfWord(ReadOnlySpan<char> word) =>
        word is "fold" ? Multiple : CurrencyReader.OfWord(word) is { Length: > 0 } currency ? currency : char.IsLetter(word[0]) && word.Length > 2 ? Singular(word) : string.Empty;

    private static (QuantityKind Kind, string Unit) OfSuffixed(Figure figure) => figure.Suffix switch
    {
        Multiple => (QuantityKind.Multiple, string.Empty),
        "percent" => (QuantityKind.Percent, string.Empty),
        PercentagePoint => (QuantityKind.PercentagePoint, string.Empty),
        _ when figure.Currency.Length > 0 => (QuantityKind.Money, figure.Currency),
        _ when CurrencyReader.IsCode(figure.Suffix) => (QuantityKind.Money, figure.Suffix),
        _ => (QuantityKind.Count, figure.Suffix),
    };

    private static bool TryPercent(ref FigureCursor cursor, out QuantityKind kind)
    {
        var index = cursor.Index;
        kind = QuantityKind.Percent;
        if (cursor.Is(index, "percentage") && (cursor.Is(index + 1, "point") || cursor.Is(index + 1, "points")))
        {
            kind = QuantityKind.PercentagePoint;
            cursor.Index += 2;
            return true;
        }

        if (cursor.At(index) is "pp" or "ppt" or "ppts")
        {
            kind = QuantityKind.PercentagePoint;
            cursor.Index++;
            return true;
        }

        var length = cursor.Is(index, '%') || cursor.Is(index, "percent") || cursor.Is(index, "pct") ? 1
            : cursor.Is(index, "per") && cursor.Is(index + 1, "cent") ? 2
            : 0;
        cursor.Index += length;
        if (length > 0 && (cursor.Is(cursor.Index, "point") || cursor.Is(cursor.Index, "points")))
        {
            kind = QuantityKind.PercentagePoint;
            cursor.Index++;
        }

        return length > 0;
    }

    private static string TryMoney(ref FigureCursor cursor)
    {
        var index = cursor.At(cursor.Index) is "US" or "U.S." ? cursor.Index + 1 : cursor.Index;
        var currency = CurrencyReader.OfWord(cursor.At(index));
        if (currency.Length > 0)
        {
            cursor.Index = index + 1;
        }

        return currency;
    }

    private static void SkipCurrency(ref FigureCursor cursor)
    {
        if (CurrencyReader.OfWord(cursor.At(cursor.Index)).Length > 0)
        {
            cursor.Index++;
        }
    }

    // The counted noun may stand behind a few adjectives or a product's name: "51 other countries", "2.788M H800 GPU-hours".
    private static string Noun(ref FigureCursor cursor)
    {
        var index = cursor.Index;
        for (var step = 0; step < NounDistance && cursor.Is(index, TokenKind.Word); step++)
        {
            var word = cursor.At(index);
            var compound = index;
            while (cursor.IsDash(compound + 1) && cursor.IsGlued(compound + 1) && cursor.IsGlued(compound + 2) && cursor.Is(compound + 2, TokenKind.Word))
            {
                compound += 2;
            }

            if (IsPlural(cursor.At(compound)) || (step == 0 && IsUnit(cursor.At(compound))))
            {
                cursor.Index = compound + 1;
                return Singular(cursor.Text.AsSpan(cursor[index].Start, cursor[compound].End - cursor[index].Start));
            }

            if (Words.IsFunctionWord(word) && word is not ("other" or "more" or "such"))
            {
                return string.Empty;
            }

            index = compound + 1;
        }

        return string.Empty;
    }

    private static string Singular(ReadOnlySpan<char> noun)
    {
        var word = noun.ToString().ToLowerInvariant();
        return word switch
        {
            "people" => "person",
            "children" => "child",
            _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
            _ when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
            _ => word,
        };
    }
}
