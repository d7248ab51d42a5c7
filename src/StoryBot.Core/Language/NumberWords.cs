using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>Numbers and scales that are written as words or suffixes.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Cardinals = Table(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 0, 1);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Tens = Table(
        "twenty thirty forty fifty sixty seventy eighty ninety", 20, 10);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Ordinals = Table(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1, 1);

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Scales = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 100m,
        ["thousand"] = 1_000m,
        ["million"] = 1_000_000m,
        ["mln"] = 1_000_000m,
        ["mn"] = 1_000_000m,
        ["billion"] = 1_000_000_000m,
        ["bn"] = 1_000_000_000m,
        ["bln"] = 1_000_000_000m,
        ["trillion"] = 1_000_000_000_000m,
        ["tn"] = 1_000_000_000_000m,
        ["trn"] = 1_000_000_000_000m,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> VagueScales = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["tens"] = 10m,
        ["dozens"] = 12m,
        ["hundreds"] = 100m,
        ["thousands"] = 1_000m,
        ["millions"] = 1_000_000m,
        ["billions"] = 1_000_000_000m,
        ["trillions"] = 1_000_000_000_000m,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starts = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        + "twenty thirty forty fifty sixty seventy eighty ninety first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        + "hundred thousand million billion trillion mln mn bn bln tn trn tens dozens hundreds thousands millions billions trillions "
        + "twice thrice half no nr number").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Zero to nineteen.</summary>
    public static bool TryCardinal(ReadOnlySpan<char> word, out int value) => Cardinals.TryGetValue(word, out value);

    /// <summary>Twenty to ninety.</summary>
    public static bool TryTens(ReadOnlySpan<char> word, out int value) => Tens.TryGetValue(word, out value);

    /// <summary>First to twelfth.</summary>
    public static bool TryOrdinal(ReadOnlySpan<char> word, out int value) => Ordinals.TryGetValue(word, out value);

    /// <summary>Hundred to trillion, and their written-out abbreviations (bn, mln).</summary>
    public static bool TryScale(ReadOnlySpan<char> word, out decimal scale) =>
        Scales.TryGetValue(word, out scale);

    /// <summary>Tens to trillions, as in "hundreds of millions".</summary>
    public static bool TryVagueScale(ReadOnlySpan<char> word, out decimal scale) =>
        VagueScales.TryGetValue(word, out scale);

    /// <summary>Whether a number in words can start with the word. One look spares most words all others.</summary>
    public static bool CanStart(ReadOnlySpan<char> word) => Starts.Contains(word) || word.EndsWith("fold", StringComparison.OrdinalIgnoreCase);

    /// <summary>A scale glued to a figure: 2,788K, 671B, 5m.</summary>
    public static bool TrySuffix(ReadOnlySpan<char> suffix, out decimal scale)
    {
        scale = suffix is "K" or "k" ? 1_000m
            : suffix is "M" or "m" or "MM" ? 1_000_000m
            : suffix is "B" or "b" ? 1_000_000_000m
            : suffix is "T" ? 1_000_000_000_000m
            : 0m;
        return scale != 0m || (suffix.Length > 1 && TryScale(suffix, out scale));
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Table(string words, int first, int step) =>
        words.Split(' ').Select((word, index) => KeyValuePair.Create(word, first + (index * step)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
