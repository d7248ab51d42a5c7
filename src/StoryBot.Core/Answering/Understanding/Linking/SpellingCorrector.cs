using System.Text;
using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>
/// Puts misspelt story words right: names first, then the records' other words. Only a word that neither the story nor
/// the English list knows is taken for a misspelling; figures in it must agree; one slip is allowed from four letters
/// on, two from eight. Deterministic; safe to share between threads.
/// </summary>
internal sealed class SpellingCorrector(EntityIndex index, StoryVocabulary vocabulary)
{
    /// <summary>How many words of one question are looked at: a text with more is not a misspelt question.</summary>
    private const int MostCorrections = 12;

    private readonly ILookup<char, KeyValuePair<string, EntityWord>> _names =
        index.Words.Where(pair => pair.Key.Length > 3).ToLookup(pair => pair.Key[0]);

    /// <summary>The utterance with misspelt words corrected; the same one when nothing is.</summary>
    public Utterance Correct(Utterance utterance, ReaderScope scope)
    {
        List<QuestionWord>? corrected = null;
        var attempts = 0;
        for (var i = 0; i < utterance.Words.Count && attempts < MostCorrections; i++)
        {
            var token = utterance.Words[i];
            if (IsKnown(token, utterance.Words, i, scope))
            {
                continue;
            }

            attempts++;
            if (Best(token, scope) is not { } text)
            {
                continue;
            }

            corrected ??= [.. utterance.Words];
            corrected[i] = token with { Text = text, Key = TextFolding.Fold(text), Traits = token.Traits | WordTraits.Corrected, Typed = token.Text };
        }

        return corrected is null ? utterance : Rewrite(utterance, corrected);
    }

    private bool IsKnown(QuestionWord token, IReadOnlyList<QuestionWord> tokens, int at, ReaderScope scope)
    {
        var key = token.Key;
        if (token.Has(WordTraits.AllCapitals) && vocabulary.Spelled(key, scope) is not null && !vocabulary.Knows(key, scope) && index.Find(key).Length == 0)
        {
            return false;
        }

        if (key.Length < 3 || token.IsFigure || !char.IsAsciiLetter(key[0]) || WordSets.Function.Contains(key)
            || index.Words.ContainsKey(key) || index.Find(key).Length > 0 || vocabulary.Knows(key, scope))
        {
            return true;
        }

        // A name written apart ("deep seek") is whole words to the linker.
        if (at + 1 < tokens.Count && index.Find(key + tokens[at + 1].Key).Length > 0)
        {
            return true;
        }

        return EnglishWords.ContainsForm(key) && !SpellingVariants.Of(key).Any(variant => vocabulary.Knows(variant, scope));
    }

    private string? Best(QuestionWord word, ReaderScope scope)
    {
        var key = word.Key;
        if (word.Has(WordTraits.AllCapitals) && vocabulary.Spelled(key, scope) is { } phrase)
        {
            return phrase;
        }

        if (key.Length == 3)
        {
            return Doubled(key).FirstOrDefault(longer => EnglishWords.IsCommon(longer) || (EnglishWords.ContainsForm(longer) && vocabulary.Knows(longer, scope)));
        }

        var variant = SpellingVariants.Of(key).FirstOrDefault(other => vocabulary.Knows(other, scope));
        if (variant is not null)
        {
            return vocabulary.TextOf(variant, scope);
        }

        var names = Initials(key).SelectMany(letter => _names[letter])
            .Where(pair => pair.Value.IsVisible(scope)).Select(pair => (pair.Key, pair.Value.Text, Weight: 0));
        var words = Initials(key).SelectMany(vocabulary.StartingWith)
            .Where(pair => pair.Value.IsVisible(scope)).Select(pair => (pair.Key, pair.Value.Text, Weight: pair.Value.Count));
        // A word that is written as a name is not meant for a common noun.
        var isName = word.Has(WordTraits.Capitalised) && !word.Has(WordTraits.StartsSentence);
        return Nearest(key, names) ?? (key.Length > 4 && !isName ? Nearest(key, words) ?? Nearest(key, Initials(key).SelectMany(EnglishWords.CommonStartingWith)) : null);
    }

    // Of three letters the one slip that leaves the word plain is a letter typed once instead of twice: "fal", "sel".
    private static IEnumerable<string> Doubled(string key) => Enumerable.Range(1, key.Length - 1).Select(at => key.Insert(at, key[at].ToString()));

    // The first letter is rarely wrong; at most it changes places with the second.
    private static char[] Initials(string key) => key[0] == key[1] ? [key[0]] : [key[0], key[1]];

    private static string? Nearest(string key, IEnumerable<(string Key, string Text, int Weight)> candidates)
    {
        var limit = key.Length >= 8 ? 2 : 1;
        (string Key, string Text, int Weight)? best = null;
        var (bestDistance, isTied) = (limit + 1, false);
        foreach (var candidate in candidates)
        {
            var distance = Distance(key, candidate.Key, limit);
            if (distance > limit || distance > bestDistance)
            {
                continue;
            }

            if (distance == bestDistance && candidate.Key != best?.Key)
            {
                isTied = candidate.Weight == best?.Weight;
                if (candidate.Weight <= best?.Weight)
                {
                    continue;
                }
            }
            else
            {
                isTied = false;
            }

            (best, bestDistance) = (candidate, distance);
        }

        return isTied ? null : best?.Text;
    }

    private static int Distance(string key, string candidate, int limit)
    {
        if (!Figures(key).SequenceEqual(Figures(candidate)))
        {
            return limit + 1;
        }

        var isSwapped = candidate[0] != key[0];
        if (isSwapped && (candidate.Length < 2 || candidate[0] != key[1] || candidate[1] != key[0]))
        {
            return limit + 1;
        }

        var distance = EditDistance.Within(key, candidate, limit);

        // Of four letters, one changed is another word; one lost, added or swapped is a slip.
        var isChange = key.Length == candidate.Length && !key.Order().SequenceEqual(candidate.Order());
        return key.Length == 4 && distance == 1 && isChange ? limit + 1 : distance;
    }

    private static IEnumerable<char> Figures(string key) => key.Where(char.IsAsciiDigit);

    private static Utterance Rewrite(Utterance utterance, List<QuestionWord> corrected)
    {
        var text = new StringBuilder();
        var at = 0;
        for (var i = 0; i < corrected.Count; i++)
        {
            var token = corrected[i];
            text.Append(utterance.Text, at, token.Start - at);
            at = token.End;
            corrected[i] = token with { Start = text.Length, Length = token.Text.Length };
            text.Append(token.Text);
        }

        text.Append(utterance.Text, at, utterance.Text.Length - at);
        return Utterance.Of(text.ToString(), corrected);
    }
}
