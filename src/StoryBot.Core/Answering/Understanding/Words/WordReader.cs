using System.Collections.Frozen;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Understanding.Words;

/// <summary>
/// Splits a text into words and figures. Hyphens and slashes part ("DeepSeek-R1" is two tokens, the second joined);
/// contractions open up ("didn't" is "did", "not"); initialisms and figures stay whole ("U.S.", "S&amp;P", "19,341.83").
/// Linear in the length of the text.
/// </summary>
internal static class WordReader
{
    // Typed without the apostrophe, as people do in a chat.
    private static readonly FrozenDictionary<string, (string First, string Second)> Careless =
        new Dictionary<string, (string, string)>
        {
            ["whats"] = ("what", "is"),
            ["whos"] = ("who", "is"),
            ["hows"] = ("how", "is"),
            ["wheres"] = ("where", "is"),
            ["whens"] = ("when", "is"),
            ["thats"] = ("that", "is"),
            ["theres"] = ("there", "is"),
            ["didnt"] = ("did", "not"),
            ["dont"] = ("do", "not"),
            ["doesnt"] = ("does", "not"),
            ["isnt"] = ("is", "not"),
            ["wasnt"] = ("was", "not"),
            ["arent"] = ("are", "not"),
            ["werent"] = ("were", "not"),
            ["couldnt"] = ("could", "not"),
            ["shouldnt"] = ("should", "not"),
            ["wouldnt"] = ("would", "not"),
            ["hasnt"] = ("has", "not"),
            ["havent"] = ("have", "not"),
            ["hadnt"] = ("had", "not"),
            ["youre"] = ("you", "are"),
            ["theyre"] = ("they", "are"),
            ["im"] = ("i", "am"),
            ["ive"] = ("i", "have"),
            ["wont"] = ("will", "not"),
            ["cant"] = ("can", "not"),
        }.ToFrozenDictionary();

    private static readonly FrozenSet<string> TakesIs =
        FrozenSet.Create("what", "who", "where", "when", "how", "why", "that", "there", "it", "he", "she", "here", "let", "this");

    /// <summary>The tokens in order.</summary>
    public static List<QuestionWord> Read(string text)
    {
        var tokens = new List<QuestionWord>();
        var startsSentence = true;
        var joined = false;
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                joined = Punctuate(tokens, text, i, ref startsSentence);
                i++;
                continue;
            }

            var end = EndOfWord(text, i);
            var traits = (startsSentence ? WordTraits.StartsSentence : 0) | (joined ? WordTraits.Joined : 0);
            Add(tokens, text, i, end, traits);
            startsSentence = joined = false;
            i = end;
        }

        return tokens;
    }

    private static bool Punctuate(List<QuestionWord> tokens, string text, int at, ref bool startsSentence)
    {
        var mark = text[at];
        startsSentence |= mark is '?' or '!' or '.' or '\n' or '"' or '“' or '«' or ':' or ';' or '\'' or '‘';
        if (tokens.Count == 0 || char.IsWhiteSpace(mark) && mark != '\n')
        {
            return false;
        }

        var last = tokens[^1];
        var isInside = at == last.End && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
        if (mark is '-' or '/' or '_' or '‑' && isInside)
        {
            return true;
        }

        if (mark is '\'' or '’' && at == last.End && last.Key[^1] == 's')
        {
            tokens[^1] = last with { Traits = last.Traits | WordTraits.Possessive };
        }
        else if (Strength(mark) > Strength(last.Break))
        {
            tokens[^1] = last with { Break = mark };
        }

        return false;
    }

    private static int Strength(char mark) => mark switch
    {
        '?' => 9,
        '!' => 8,
        '\n' => 7,
        ';' => 6,
        '.' => 5,
        ':' => 4,
        '"' or '“' or '”' or '«' or '»' => 3,
        ',' => 2,
        '\0' => 0,
        _ => 1,
    };

    private static int EndOfWord(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length)
        {
            if (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                end++;
            }
            else if (end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]) && Joins(text, start, end))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool Joins(string text, int start, int at)
    {
        char before = text[at - 1], after = text[at + 1];
        return text[at] switch
        {
            '\'' or '’' or 'ʼ' => char.IsLetterOrDigit(before) && char.IsLetter(after),
            '&' => char.IsLetter(before) && char.IsLetter(after),
            ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '.' => (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
                || (char.IsLetter(before) && char.IsLetter(after) && (at - start == 1 || text[at - 2] == '.')),
            _ => false,
        };
    }

    private static void Add(List<QuestionWord> tokens, string text, int start, int end, WordTraits traits)
    {
        var word = text.AsSpan(start, end - start);
        var quote = word.LastIndexOfAny('\'', '’', 'ʼ');
        if (quote > 0)
        {
            AddContraction(tokens, text, start, end, quote, traits);
            return;
        }

        if (Careless.TryGetValue(TextFolding.Fold(word), out var pair))
        {
            Append(tokens, text, start, pair.First.Length, traits, pair.First);
            Append(tokens, text, start + pair.First.Length, word.Length - pair.First.Length, WordTraits.Contracted, pair.Second);
            return;
        }

        Append(tokens, text, start, word.Length, traits);
    }

    private static void AddContraction(List<QuestionWord> tokens, string text, int start, int end, int quote, WordTraits traits)
    {
        var stem = text.AsSpan(start, quote);
        var tail = TextFolding.Fold(text.AsSpan(start + quote + 1, end - start - quote - 1));
        var key = TextFolding.Fold(stem);
        if (tail == "t" && key.EndsWith('n'))
        {
            var verb = key switch { "can" => "can", "won" => "will", "shan" => "shall", "ain" => "is", _ => key[..^1] };
            var length = key == "can" ? 3 : quote - 1;
            Append(tokens, text, start, length, traits, verb);
            Append(tokens, text, start + length, end - start - length, WordTraits.Contracted, "not");
            return;
        }

        var second = tail switch { "re" => "are", "ve" => "have", "ll" => "will", "d" => "would", "m" => "am", _ => null };
        second ??= tail == "s" && TakesIs.Contains(key) ? "is" : null;
        if (second is not null)
        {
            Append(tokens, text, start, quote, traits);
            Append(tokens, text, start + quote, end - start - quote, WordTraits.Contracted, second);
        }
        else if (tail == "s")
        {
            Append(tokens, text, start, quote, traits | WordTraits.Possessive);
        }
        else
        {
            Append(tokens, text, start, end - start, traits);
        }
    }

    private static void Append(List<QuestionWord> tokens, string text, int start, int length, WordTraits traits, string? key = null)
    {
        var word = text.Substring(start, length);
        key ??= TextFolding.Fold(word);
        if (key.Length == 0)
        {
            return;
        }

        if (char.IsUpper(word[0]))
        {
            traits |= WordTraits.Capitalised;
        }

        if (word.Count(char.IsLetter) > 1 && !word.Any(char.IsLower))
        {
            traits |= WordTraits.AllCapitals | WordTraits.Capitalised;
        }
        else if (word.AsSpan(1).ContainsAnyInRange('A', 'Z'))
        {
            traits |= WordTraits.Capitalised;
        }

        tokens.Add(new QuestionWord(word, key, start, length, traits, '\0'));
    }
}
