using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>A word's place between two opposites: rise and fall, confirm and deny.</summary>
/// <param name="Axis">The name of the pair of opposites.</param>
/// <param name="Sign">+1 or -1.</param>
internal readonly record struct PolarWord(string Axis, int Sign);

/// <summary>Words that have opposites, by their stems.</summary>
internal static class PolarityLexicon
{
    /// <summary>The axis of movement: rise +1, fall -1.</summary>
    public const string Movement = "movement";

    /// <summary>The axis of bounds on figures: more than +1, less than -1.</summary>
    public const string Bound = "bound";

    /// <summary>The axis of comparison: more +1, less -1.</summary>
    public const string Amount = "amount";

    /// <summary>The axis of taking sides: support +1, dispute -1.</summary>
    public const string Side = "side";

    /// <summary>The axis of rank: beat +1, trail -1. Its words change sides when the two names do.</summary>
    public const string Rank = "rank";

    private static readonly FrozenDictionary<string, PolarWord> ByStem = Build(
        (Movement,
            "rise gain increase climb jump surge soar rally grow growth rebound raise advanced upward bullish uptick add",
            "fall drop lose loss decline decrease slide sink plunge tumble slump shrink dip plummet retreat slip shed downward bearish cut reduce reduction erase wipe crash"),
        ("proof", "confirm verify prove affirm", "deny refute disprove debunk rebut"),
        (Side, "support endorse favour favor approve defend", "oppose reject contradict dispute contest doubt"),
        ("trade", "buy purchase", "sell"),
        ("truth", "true correct right accurate real genuine", "false incorrect wrong inaccurate fake bogus untrue"),
        ("session", "open", "close"),
        ("order", "before precede earlier", "after follow later"),
        ("praise", "praise laud applaud welcome hail", "criticise criticize condemn slam blast denounce"),
        ("leave", "allow permit enable legal legalise legalize", "ban prohibit forbid block bar outlaw illegal"),
        ("result", "succeed success win victory", "fail failure defeat"),
        ("start", "begin start launch introduce", "end stop halt cease withdraw revoke cancel scrap"),
        ("size", "high large big great", "low small little tiny"),
        ("price", "expensive costly dear", "cheap inexpensive affordable"),
        ("strength", "strong robust strength", "weak fragile weakness"),
        ("value", "positive good", "negative bad"),
        ("share", "include", "exclude omit"),
        ("access", "public open-source free", "private proprietary closed-source secret"),
        (Rank, "beat surpass outperform exceed lead overtake", "trail lag underperform"),
        ("use", "accelerate speed quicken", "slow delay hinder"),
        ("trust", "trust believe confident optimistic optimism", "distrust sceptical doubtful pessimistic pessimism"),
        ("like", "agree", "disagree"),
        ("flow", "import", "export"),
        ("life", "alive", "dead"),
        ("guilt", "guilty", "innocent"),
        ("keep", "hire appoint", "fire dismiss sack"));

    private static readonly string[] NegativePrefixes = ["un", "in", "im", "dis", "non", "il", "ir", "mis"];

    // Pairs that only look like a word and its negation.
    private static readonly FrozenSet<string> Lookalikes = new[]
    {
        "discover", "discount", "increas", "instal", "inform", "improv", "impact", "impress", "intend", "insid", "international", "invest", "ireland", "miss",
        "mission", "distribut", "inflat", "inflation", "individual", "industri", "invent", "unit", "union", "display", "input", "income",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where the stem stands; false when it has no opposite here.</summary>
    public static bool TryFind(string stem, out PolarWord word) => ByStem.TryGetValue(stem, out word);

    /// <summary>The word that the stem negates by a prefix, or empty: "verifi" for "unverifi".</summary>
    public static string WithoutNegativePrefix(string stem)
    {
        ArgumentNullException.ThrowIfNull(stem);
        foreach (var prefix in NegativePrefixes)
        {
            if (stem.Length >= prefix.Length + 4 && stem.StartsWith(prefix, StringComparison.Ordinal) && !Lookalikes.Contains(stem))
            {
                var rest = stem.AsSpan(prefix.Length);
                return (rest[0] == '-' ? rest[1..] : rest).ToString();
            }
        }

        return string.Empty;
    }

    private static FrozenDictionary<string, PolarWord> Build(params (string Axis, string Plus, string Minus)[] axes)
    {
        var words = new Dictionary<string, PolarWord>(StringComparer.Ordinal);
        foreach (var (axis, plus, minus) in axes)
        {
            foreach (var word in plus.Split(' '))
            {
                words.TryAdd(Words.Stem(word), new PolarWord(axis, 1));
            }

            foreach (var word in minus.Split(' '))
            {
                words.TryAdd(Words.Stem(word), new PolarWord(axis, -1));
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
