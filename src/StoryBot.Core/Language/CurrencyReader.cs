using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>Reads currencies by sign, code and name.</summary>
internal static class CurrencyReader
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["pound"] = "GBP",
        ["pounds"] = "GBP",
        ["sterling"] = "GBP",
        ["yuan"] = "CNY",
        ["renminbi"] = "CNY",
        ["rmb"] = "CNY",
        ["yen"] = "JPY",
        ["won"] = "KRW",
        ["rupees"] = "INR",
        ["rupee"] = "INR",
        ["francs"] = "CHF",
        ["franc"] = "CHF",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> NamesBySpan = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Codes = new[]
    {
        "USD", "EUR", "GBP", "CNY", "JPY", "KRW", "INR", "CHF", "CAD", "AUD", "HKD", "SGD", "TWD", "RMB", "NZD", "SEK", "NOK", "DKK",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CodesBySpan = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word is a currency code in capitals.</summary>
    public static bool IsCode(ReadOnlySpan<char> word) => CodesBySpan.Contains(word);

    /// <summary>The currency of a code or a name ("US dollars" by its last word), or empty.</summary>
    public static string OfWord(ReadOnlySpan<char> word)
    {
        if (IsCode(word))
        {
            return word is "RMB" ? "CNY" : word.ToString();
        }

        return NamesBySpan.TryGetValue(word, out var code) ? code : string.Empty;
    }

    /// <summary>Reads "$", "US$", "HK$", "USD " before a number and moves over it; empty when there is none.</summary>
    public static string ReadPrefix(ref FigureCursor cursor)
    {
        var index = cursor.Index;
        if (cursor.Is(index, TokenKind.Word))
        {
            var word = cursor.At(index);
            if (cursor.Is(index + 1, '$') && cursor.IsGlued(index + 1) && OfDollar(word) is { Length: > 0 } dollar && cursor.Is(index + 2, TokenKind.Number))
            {
                cursor.Index = index + 2;
                return dollar;
            }

            if (IsCode(word) && cursor.Is(index + 1, TokenKind.Number))
            {
                cursor.Index = index + 1;
                return OfWord(word);
            }

            return string.Empty;
        }

        var code = cursor.At(index) is "$" ? "USD" : cursor.At(index) is "\u20AC" ? "EUR" : cursor.At(index) is "\u00A3" ? "GBP" : cursor.At(index) is "\u00A5" ? "JPY" : string.Empty;
        if (code.Length == 0 || !cursor.Is(index + 1, TokenKind.Number))
        {
            return string.Empty;
        }

        cursor.Index = index + 1;
        return code;
    }

    private static string OfDollar(ReadOnlySpan<char> country) => country switch
    {
        "US" or "U.S." => "USD",
        "HK" => "HKD",
        "C" or "CA" or "Can" => "CAD",
        "A" or "AU" => "AUD",
        "S" => "SGD",
        "NT" => "TWD",
        "NZ" => "NZD",
        _ => string.Empty,
    };
}
