using System.Collections.Frozen;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.EvidenceSearch.Calibration;

/// <summary>Tells whether one word turns another into its contrary: most and least, north and south, able and unable.</summary>
internal static class OppositeWords
{
    private static readonly string[] Prefixes = ["un", "in", "im", "ir", "il", "non", "dis", "de", "anti", "mis", "under", "over"];

    private static readonly FrozenDictionary<string, string[]> Pairs = Build(
        "most/least fewest", "more/less fewer", "many/few", "maximum/minimum", "max/min", "highest/lowest", "higher/lower", "high/low",
        "largest/smallest", "larger/smaller", "large/small", "big/small little", "biggest/smallest", "greatest/least smallest", "greater/lesser less smaller",
        "longest tallest/shortest", "longer taller/shorter", "long tall/short", "oldest/youngest newest", "older/younger newer", "old/young new", "best/worst",
        "better/worse", "good/bad", "first/last second", "former/latter", "earliest/latest", "earlier/later", "early/late", "before/after",
        "north/south", "northern/southern", "east/west", "eastern/western", "northeast/southwest", "northwest/southeast", "left/right",
        "top/bottom", "upper/lower", "above/below", "over/under", "inside/outside", "interior/exterior", "internal/external", "inner/outer",
        "in/out", "up/down", "front/back rear", "near/far", "nearest/farthest", "male/female", "men/women", "man/woman", "boys/girls", "father/mother",
        "son/daughter", "king/queen", "husband/wife", "brother/sister", "parent/child", "increase/decrease reduce decline", "increased/decreased reduced declined",
        "increases/decreases reduces", "increasing/decreasing reducing declining", "rise/fall", "rose/fell", "rising/falling", "gain/lose loss", "gained/lost",
        "win/lose", "won/lost", "victory/defeat", "success/failure", "succeed/fail", "successful/unsuccessful failed", "strong/weak", "stronger/weaker",
        "strongest/weakest", "hot/cold", "warm/cool", "warmer/cooler colder", "wet/dry", "light/dark heavy", "fast/slow", "faster/slower", "fastest/slowest",
        "easy/difficult hard", "easier/harder", "simple/complex", "rich/poor", "richest/poorest", "wealthy/poor", "cheap/expensive", "public/private",
        "positive/negative", "true/false", "right/wrong", "correct/incorrect", "legal/illegal", "major/minor", "majority/minority", "general/specific",
        "common/rare uncommon", "ancient/modern", "urban/rural", "domestic/foreign", "local/global foreign", "open/close closed", "opened/closed", "begin/end",
        "began/ended", "start/end stop finish", "started/ended stopped finished", "beginning/end", "arrive/depart leave", "arrived/departed left", "enter/exit leave",
        "join/leave", "joined/left", "give/take receive", "gave/took received", "buy/sell", "bought/sold", "import/export", "imports/exports", "send/receive",
        "sent/received", "attack/defend", "attacked/defended", "support/oppose", "supported/opposed", "supporters/opponents", "agree/disagree", "agreed/disagreed",
        "accept/reject refuse", "accepted/rejected refused", "allow/forbid prohibit prevent ban", "allowed/forbidden prohibited prevented banned", "include/exclude",
        "included/excluded", "including/excluding", "create/destroy", "created/destroyed", "build/destroy", "built/destroyed", "add/remove subtract", "added/removed",
        "love/hate", "loved/hated", "like/dislike", "always/never", "all/none", "everyone/nobody", "everything/nothing", "present/absent past", "past/future",
        "life/death", "alive/dead", "born/died", "birth/death", "live/die", "lived/died", "war/peace", "friend/enemy", "ally/enemy", "allies/enemies",
        "catholic/protestant", "christian/muslim", "natural/artificial", "physical/mental", "direct/indirect", "formal/informal", "active/passive inactive",
        "thick/thin", "wide/narrow", "widest/narrowest", "deep/shallow", "deepest/shallowest", "soft/hard", "solid/liquid gas", "full/empty", "same/different",
        "similar/different", "similarity/difference", "similarities/differences", "together/apart", "even/odd", "finite/infinite", "dependent/independent",
        "advantage/disadvantage", "advantages/disadvantages", "benefit/harm", "popular/unpopular", "known/unknown", "famous/unknown obscure", "safe/dangerous",
        "employed/unemployed", "equality/inequality", "equal/unequal", "stable/unstable", "able/unable", "possible/impossible", "likely/unlikely",
        "encourage/discourage", "encouraged/discouraged", "appear/disappear", "approve/disapprove", "approved/disapproved rejected", "trust/distrust",
        "daytime/night", "day/night", "summer/winter", "spring/autumn", "sunrise/sunset", "master/slave", "teacher/student", "employer/employee", "host/guest");

    /// <summary>Whether the two lower-case words are opposites.</summary>
    public static bool Are(string left, string right) => Are(left, Language.Words.Stem(left), right, Language.Words.Stem(right));

    /// <summary>Whether the two lower-case words are opposites, their stems in the lexicon of opposites being known.</summary>
    public static bool Are(string left, string leftStem, string right, string rightStem) =>
        (Pairs.TryGetValue(left, out var opposites) && opposites.Contains(right))
        || IsNegated(left, right)
        || IsNegated(right, left)
        || Polarity.AreOpposite(leftStem, rightStem);

    /// <summary>Whether the word looks negated by its beginning or ending.</summary>
    public static bool HasNegatingAffix(string word) =>
        word.Length > 5
        && (word.EndsWith("less", StringComparison.Ordinal)
            || word.StartsWith("un", StringComparison.Ordinal)
            || word.StartsWith("in", StringComparison.Ordinal)
            || word.StartsWith("non", StringComparison.Ordinal)
            || word.StartsWith("dis", StringComparison.Ordinal));

    private static bool IsNegated(string word, string negated)
    {
        if (word.Length < 4)
        {
            return false;
        }

        foreach (var prefix in Prefixes)
        {
            if (negated.Length == word.Length + prefix.Length
                && negated.StartsWith(prefix, StringComparison.Ordinal)
                && negated.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        // careful, careless
        return negated.EndsWith("less", StringComparison.Ordinal)
            && (word == negated[..^4] || (word.EndsWith("ful", StringComparison.Ordinal) && word[..^3] == negated[..^4]));
    }

    private static FrozenDictionary<string, string[]> Build(params string[] pairs)
    {
        var opposites = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var sides = pair.Split('/');
            foreach (var (left, right) in sides[0].Split(' ').SelectMany(left => sides[1].Split(' ').Select(right => (left, right))))
            {
                Add(left, right);
                Add(right, left);
            }
        }

        return opposites.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);

        void Add(string word, string opposite)
        {
            if (!opposites.TryGetValue(word, out var set))
            {
                opposites.Add(word, set = []);
            }

            set.Add(opposite);
        }
    }
}
