using System.Buffers;
using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>What single English words are: function words, and the stem under which inflections meet.</summary>
internal static class Words
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenSet<string> FunctionWords = (
        "a an the this that these those some any each every either both all such same other another own "
        + "i me my we us our you your he him his she her it its they them their who whom whose which what where when why how "
        + "and or but nor so yet if then than as because since while whereas although though unless until whether "
        + "of in on at by for from to with into onto over under about above below between among through during before after against "
        + "within out off up down across along around per via upon toward towards despite "
        + "is are was were be been being am do does did done doing has have had having will would shall should can could may might must "
        + "not no also too very just only even still again once here there now ever more most less least much many few "
        + "already everything everyone everybody something someone somebody anything anyone anybody nothing nobody none "
        + "however moreover therefore thus meanwhile instead rather quite almost nearly roughly approximately "
        + "it's that's there's i'm we're they're he's she's let's isn't aren't wasn't weren't don't doesn't didn't hasn't haven't "
        + "won't wouldn't can't cannot couldn't shouldn't").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionWordsBySpan = FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string> Irregular = (
        "rose rise risen rise fell fall fallen fall lost lose grew grow grown grow went go gone go said say told tell built build "
        + "wrote write written write made make took take taken take gave give given give led lead saw see seen see found find "
        + "thought think bought buy sold sell held hold kept keep left leave began begin begun begin became become sank sink sunk sink "
        + "shrank shrink shrunk shrink won win beat beat beaten beat spent spend sent send meant mean met meet paid pay knew know known know "
        + "showed show shown show drew draw drawn draw brought bring caught catch chose choose chosen choose spoke speak spoken speak "
        + "men man women woman children child people person analyses analysis indices index criteria criterion data data "
        + "better good best good worse bad worst bad cheaper cheap cheapest cheap higher high highest high lower low lowest low "
        + "larger large largest large bigger big biggest big smaller small smallest small faster fast fastest fast longer long "
        + "models model modelling model lied lie denied deny denies deny skeptical sceptical skepticism sceptic fewer few").Split(' ')
        .Chunk(2).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Whether the word carries grammar and no content. Negations count as such; <see cref="Polarity"/> looks at them.</summary>
    public static bool IsFunctionWord(ReadOnlySpan<char> word) =>
        FunctionWordsBySpan.Contains(word) || (word.Contains('\u2019') && FunctionWords.Contains(word.ToString().Replace('\u2019', '\'')));

    /// <summary>The word in lower case, without a possessive ending and with plain apostrophes.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var length = word.Length;
        if (length > 2 && Tokenizer.IsApostrophe(word[length - 2]) && word[length - 1] is 's' or 'S')
        {
            length -= 2;
        }

        return string.Create(length, word[..length], static (target, source) =>
        {
            for (var index = 0; index < target.Length; index++)
            {
                target[index] = Tokenizer.IsApostrophe(source[index]) ? '\'' : char.ToLowerInvariant(source[index]);
            }
        });
    }

    /// <summary>
    /// The stem of a folded word: a key under which "closed", "closes" and "closing" meet. Not for showing. Words with
    /// digits stay as they are.
    /// </summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (Irregular.TryGetValue(word, out var lemma))
        {
            word = lemma;
        }

        if (word.Length <= 3 || word.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return word;
        }

        var stem = WithoutEnding(WithoutPlural(word));
        return stem.Length == word.Length ? Canonical(word.AsSpan()) : Canonical(stem);
    }

    private static ReadOnlySpan<char> WithoutPlural(ReadOnlySpan<char> word)
    {
        if (word[^1] != 's' || word[^2] is 's' or 'u' or 'i' or '\'')
        {
            return word;
        }

        if (word.EndsWith("ies") && word.Length > 4)
        {
            return word[..^2];
        }

        var hasE = word.EndsWith("sses") || word.EndsWith("xes") || word.EndsWith("ches") || word.EndsWith("shes") || word.EndsWith("zes");
        return hasE ? word[..^2] : word[..^1];
    }

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("ied") && word.Length > 4)
        {
            return word[..^2];
        }

        if (word.EndsWith("ing") && HasVowel(word[..^3]) && word.Length > 5)
        {
            return word[..^3];
        }

        if (word.EndsWith("ed") && !word.EndsWith("eed") && HasVowel(word[..^2]) && word.Length > 4)
        {
            return word[..^2];
        }

        return word.EndsWith("ly") && word.Length > 5 ? word[..^2] : word;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.Length > 1 && word.ContainsAny(Vowels);

    // One form for "close" and "clos(ing)", "plan" and "plann(ed)", "study" and "studi(ed)".
    private static string Canonical(ReadOnlySpan<char> stem)
    {
        if (stem.Length > 3 && stem[^1] == 'e')
        {
            stem = stem[..^1];
        }

        if (stem.Length > 3 && stem[^1] == stem[^2] && !"aeiou".Contains(stem[^1]))
        {
            stem = stem[..^1];
        }

        return stem.Length > 3 && stem[^1] == 'y' ? string.Concat(stem[..^1], "i") : stem.ToString();
    }
}
