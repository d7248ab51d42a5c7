using System.Collections.Frozen;
using StoryBot.Core.Answering.Grounding;

namespace StoryBot.Core.Answering.Selection;

/// <summary>
/// Finds the words of a question that stand where English has nouns: after an article, a possessive, a preposition or
/// "how many", or before "of". What is asked for stands there; what is said about it mostly does not.
/// </summary>
internal static class NounSlots
{
    // A noun may have a few words before it: "the chief technology officer".
    private const int PhraseLength = 3;

    private static readonly FrozenSet<string> Before = new[]
    {
        "the", "a", "an", "which", "what", "whose", "many", "much", "of", "any", "no", "his", "her", "its", "their", "this",
        "that", "these", "those", "by", "for", "in", "on", "with", "from", "at", "about", "and", "or", "per", "than", "as", "into", "between",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Ends = new[]
    {
        "is", "are", "was", "were", "be", "been", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "should", "may",
        "might", "must", "to", "of", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "not", "who", "that", "it", "he", "she",
        "they", "you", "i", "we", "say", "said", "really", "beyond", "besides", "outside", "apart", "excluding", "except", "other",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // How big a fall was is a figure of the fall; they are no measure of their own.
    private static readonly FrozenSet<string> Degrees = (
        "big large great high low deep steep strong weak small fast quick sharp bad good well hard severe serious rough heavy badly sharply expensive cheap costly "
        + "cheaper bigger better worse higher lower longer reliable credible certain sure likely close near important accurate solid money cash")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Verbs = (
        "bring take make give get go come keep put find found know see say tell think want need use work call try ask feel leave mean pay charge cost spend "
        + "lose win beat fall drop rise gain move close open start begin end run lead launch release publish announce claim show help turn grow change hold "
        + "write wrote said told took gave got went came kept left paid spent lost won fell rose led began did do does happen happened stand wear own plan "
        + "build built train trained buy bought sell sold vote voted sign signed ride live broke broken held hang hung cause caused become became react respond compare add cut")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The stems in such places.</summary>
    public static HashSet<string> Of(string question)
    {
        var nouns = new HashSet<string>(StringComparer.Ordinal);
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if ((Before.Contains(words[i]) && !OpensClause(words, i)) || IsPossessive(words[i]))
            {
                AddPhrase(words, i + 1, nouns);
            }

            if (IsPossessive(words[i]))
            {
                nouns.UnionWith(Stems.Of(words[i]));
            }
            if (i > 0 && words[i - 1].Equals("how", StringComparison.OrdinalIgnoreCase))
            {
                nouns.UnionWith(Stems.Of(words[i]));
            }
            else if (i + 1 < words.Length && words[i + 1].Equals("of", StringComparison.OrdinalIgnoreCase))
            {
                nouns.UnionWith(Stems.Of(words[i]));
            }
        }

        return nouns;
    }

    /// <summary>The stems of what is asked for by name: the word after "which", "what", "how" or a possessive, and the one before "of".</summary>
    public static HashSet<string> Heads(string question)
    {
        var heads = new HashSet<string>(StringComparer.Ordinal);
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var isAsked = i > 0 && (words[i - 1].ToLowerInvariant() is "which" or "what" or "how" or "whose" || IsPossessive(words[i - 1]));
            var isOf = i > 0 && i + 1 < words.Length && words[i + 1].Equals("of", StringComparison.OrdinalIgnoreCase);
            if ((isAsked && !Ends.Contains(words[i])) || isOf)
            {
                heads.UnionWith(Stems.Of(words[i]));
            }
        }

        return heads;
    }

    /// <summary>The stems of a thing of two words that "which" or "what" asks for ("which law firm"); empty where there is none.</summary>
    public static IReadOnlyList<string> Pair(string question)
    {
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 2 < words.Length; i++)
        {
            if ((words[i].ToLowerInvariant() is "which" or "what" || IsPossessive(words[i])) && IsPlain(words[i + 1]) && IsPlain(words[i + 2].TrimEnd('?', ',', '.')))
            {
                return [Stems.OfWord(words[i + 1]), Stems.OfWord(words[i + 2].TrimEnd('?', ',', '.'))];
            }
        }

        return [];
    }

    /// <summary>The stem of what "how" measures ("how tall"); null where it measures nothing, or by a word that says nothing of the thing.</summary>
    public static string? Measured(string question)
    {
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => word.Equals("how", StringComparison.OrdinalIgnoreCase)) + 1;
        if (at > 0 && at + 1 < words.Length && words[at].Equals("much", StringComparison.OrdinalIgnoreCase))
        {
            at++;
        }

        return at > 0 && at < words.Length && words[at].TrimEnd('?') is var word && IsPlain(word) && !Degrees.Contains(word) ? Stems.OfWord(word) : null;
    }

    private static bool IsPlain(string word) =>
        word.Length > 0 && word.All(char.IsAsciiLetterLower) && !Ends.Contains(word) && !Before.Contains(word) && !Verbs.Contains(word) && !QuestionTerms.IsFiller(Stems.OfWord(word));

    /// <summary>The stems of what the question counts, as after "how many"; empty when it counts nothing.</summary>
    public static IReadOnlyList<string> Counted(string question)
    {
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = CountStart(words);
        return start < 0
            ? []
            : [.. words.Skip(start).TakeWhile(word => !Ends.Contains(word)).Take(PhraseLength).SelectMany(Stems.Of)];
    }

    // "How many downloads", "the number of downloads", "total downloads"; not "many people say".
    private static int CountStart(string[] words)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var (word, next) = (words[i].ToLowerInvariant(), words[i + 1].ToLowerInvariant());
            if ((word == "how" && next == "many") || (word == "number" && next == "of"))
            {
                return i + 2;
            }

            if (word == "total" && next.EndsWith('s') && !Ends.Contains(next) && !Verbs.Contains(next[..^1]))
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static void AddPhrase(string[] words, int start, HashSet<string> nouns)
    {
        for (var i = start; i < Math.Min(words.Length, start + PhraseLength) && !Ends.Contains(words[i]); i++)
        {
            // Further into the phrase a plain verb more likely ends it than belongs to it.
            if (i > start && Verbs.Contains(words[i].TrimEnd(',', '?', '.')))
            {
                return;
            }

            nouns.UnionWith(Stems.Of(words[i]));
            if (words[i][^1] is ',' or '?' or '.' or ';' or ':')
            {
                return;
            }
        }
    }

    // "Does she say that Ann broke it?": a name after "that" begins a clause, which has verbs.
    private static bool OpensClause(string[] words, int at) =>
        words[at].Equals("that", StringComparison.OrdinalIgnoreCase) && at + 1 < words.Length && char.IsUpper(words[at + 1][0]);

    private static bool IsPossessive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)
        || word.EndsWith("s'", StringComparison.Ordinal) || word.EndsWith("s’", StringComparison.Ordinal);
}
