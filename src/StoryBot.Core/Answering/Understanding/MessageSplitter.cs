using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;

namespace StoryBot.Core.Answering.Understanding;

/// <summary>Splits a message into its sentences, and a sentence that asks two things into both.</summary>
internal static class MessageSplitter
{
    /// <summary>How many sentences of one message are read: more is a pasted text, not a question.</summary>
    public const int MostUtterances = 8;

    private static readonly HashSet<string> Abbreviations =
    [
        "mr", "mrs", "ms", "dr", "prof", "vs", "no", "inc", "ltd", "corp", "co", "st", "sen", "rep", "gov", "gen", "approx", "al",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "eg", "ie", "etc", "us", "uk", "jr", "sr",
    ];

    private static readonly HashSet<string> Subjects =
    [
        "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "there", "anyone", "anybody", "someone", "you", "we",
        "i", "his", "her", "its", "their", "any", "all",
    ];

    /// <summary>The utterances in order; each has at least one token.</summary>
    public static List<Utterance> Split(string text)
    {
        var utterances = new List<Utterance>();
        foreach (var sentence in Sentences(text))
        {
            var rest = Utterance.Of(sentence);
            while (utterances.Count < MostUtterances && SecondQuestion(rest) is var cut and > 0)
            {
                var at = rest.Words[cut].Start;
                var last = rest.Words[cut - 1].Break == ',' ? cut - 1 : cut - 2;
                utterances.Add(Utterance.Of(rest.Text[..rest.Words[last].End]));
                rest = Utterance.Of(rest.Text[at..].Trim());
            }

            if (rest.Words.Count > 0 && utterances.Count < MostUtterances)
            {
                utterances.Add(rest);
            }
        }

        return utterances;
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var tokens = WordReader.Read(text);
        var start = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var next = i + 1 < tokens.Count ? tokens[i + 1].Start : text.Length;
            if (i + 1 < tokens.Count && !EndsSentence(text, tokens[i], tokens[i + 1]))
            {
                continue;
            }

            // An opening quotation mark belongs to the sentence that follows.
            var end = next;
            while (end > tokens[i].End && i + 1 < tokens.Count && text[end - 1] is '"' or '“' or '‘' or '\'' or '(' or '«' or '$' or '€' or '£')
            {
                end--;
            }

            yield return text[start..end].Trim();
            start = end;
        }
    }

    private static bool EndsSentence(string text, QuestionWord token, QuestionWord next)
    {
        var gap = text.AsSpan(token.End, next.Start - token.End);
        return token.Break switch
        {
            '?' or '!' or ';' => true,
            ':' => WordSets.Wh.Contains(next.Key) && gap.Contains(' '),
            '\n' => next.Has(WordTraits.Capitalised) || WordSets.Wh.Contains(next.Key) || WordSets.Auxiliary.Contains(next.Key) || gap.ContainsAny('-', '*', '•'),
            '.' => gap.ContainsAny(' ', '\n') && gap[0] == '.' && !Abbreviations.Contains(token.Key) && token.Key.Length > 1,
            _ => false,
        };
    }

    // The token at which a second question starts: "what did it cost AND WHO disputes that".
    private static int SecondQuestion(Utterance utterance)
    {
        var tokens = utterance.Words;
        if (!utterance.IsAsked && !tokens.Any(token => WordSets.Wh.Contains(token.Key)))
        {
            return 0;
        }

        for (var i = utterance.ClauseStart + 2; i < tokens.Count; i++)
        {
            var linked = tokens[i - 1].Key is "and" or "but" or "also" or "plus" or "or" or "then";
            var comma = tokens[i - 1].Break == ',';
            if ((!linked && !comma) || i - (linked ? 1 : 0) - utterance.ClauseStart < 2)
            {
                continue;
            }

            if (StartsQuestion(tokens, i, utterance, linked))
            {
                return i;
            }
        }

        return 0;
    }

    private static bool StartsQuestion(IReadOnlyList<QuestionWord> tokens, int at, Utterance whole, bool linked)
    {
        var key = tokens[at].Key;
        if (WordSets.Wh.Contains(key))
        {
            // "the paper, which ..." and "the day when ..." describe; "who said what and when" asks twice.
            return linked ? key is not ("whose" or "whom") : key is "who" or "what" or "when" or "why" or "how" && whole.IsMarked;
        }

        if (!WordSets.Auxiliary.Contains(key) || at + 2 >= tokens.Count || !whole.IsAsked)
        {
            return false;
        }

        var next = tokens[at + 1];
        return Subjects.Contains(next.Key) || next.Has(WordTraits.Capitalised);
    }
}
