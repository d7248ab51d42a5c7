using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>Finds the story's entities in a question, the longest form first. Safe to share between threads.</summary>
internal sealed class EntityLinker(EntityIndex index)
{
    /// <summary>How many entities one role can stand for: "chip makers" is several, a vaguer word is none.</summary>
    private const int MostByRole = 6;

    private static readonly HashSet<string> Titles =
    [
        "mr", "mrs", "ms", "dr", "prof", "professor", "president", "sir", "lord", "senator", "minister", "judge", "ceo", "cfo", "cto", "boss",
        "chief", "analyst", "author", "critic", "founder", "investor", "mayor", "governor", "engineer", "spokesman", "spokeswoman",
        "what", "did", "does", "is", "was", "has", "why", "when", "how", "who", "and", "or", "but", "will", "can", "on", "in", "from", "by", "to",
        "if", "for", "with", "about", "do", "where", "which", "are", "were", "had", "have", "that", "of", "than", "as", "at", "so",
    ];

    /// <summary>The spans in order of appearance; spans of several entities stand side by side.</summary>
    public List<LinkedSpan> Link(IReadOnlyList<QuestionWord> tokens, ReaderScope scope)
    {
        var spans = new List<LinkedSpan>();
        var at = 0;
        while (at < tokens.Count)
        {
            var length = LinkAt(tokens, at, index.MostTokens, scope, spans);
            at += Math.Max(1, length);
        }

        return spans;
    }

    private int LinkAt(IReadOnlyList<QuestionWord> tokens, int at, int mostTokens, ReaderScope scope, List<LinkedSpan> spans)
    {
        Span<char> buffer = stackalloc char[160];
        Span<int> ends = stackalloc int[16];
        var count = Concatenate(tokens, at, Math.Min(mostTokens, ends.Length), buffer, ends);
        for (var length = count; length > 0; length--)
        {
            var forms = Lookup(buffer[..ends[length - 1]], isOneWord: length == 1);
            var fitting = Choose(forms, tokens, at, at + length, scope);
            if (fitting.Count == 0)
            {
                continue;
            }

            Report(tokens, at, at + length, fitting, spans);
            if (length > 1 && fitting.All(form => form.IsDerived))
            {
                // "NVIDIA spokesperson" is a speaker of its own, and the question is about NVIDIA as well.
                for (var inner = at; inner < at + length;)
                {
                    inner += Math.Max(1, LinkAt(tokens, inner, Math.Min(length - 1, at + length - inner), scope, spans));
                }
            }

            return length;
        }

        return 0;
    }

    private static int Concatenate(IReadOnlyList<QuestionWord> tokens, int at, int most, Span<char> buffer, Span<int> ends)
    {
        var length = 0;
        var count = 0;
        while (count < most && at + count < tokens.Count)
        {
            var token = tokens[at + count];
            if (length + token.Key.Length > buffer.Length || token.Has(WordTraits.Contracted))
            {
                break;
            }

            token.Key.CopyTo(buffer[length..]);
            length += token.Key.Length;
            ends[count++] = length;
            if (token.Break is not ('\0' or '-' or '.' or '\'' or '"' or '&' or '+'))
            {
                break;
            }
        }

        return count;
    }

    private EntityForm[] Lookup(ReadOnlySpan<char> key, bool isOneWord)
    {
        var forms = index.Find(key);
        if (forms.Length > 0 || key.Length < 4)
        {
            return forms;
        }

        if (key[^1] == 's')
        {
            forms = index.Find(key[..^1]);
            if (forms.Length == 0 && key.Length > 5 && key[^2] == 'e')
            {
                forms = index.Find(key[..^2]);
            }

            return forms;
        }

        return isOneWord ? forms : index.Find(string.Concat(key, "s"));
    }

    private static List<EntityForm> Choose(EntityForm[] forms, IReadOnlyList<QuestionWord> tokens, int start, int end, ReaderScope scope)
    {
        var fitting = new List<EntityForm>();
        foreach (var form in forms)
        {
            if (form.IsVisible(scope) && Fits(form, tokens, start, end))
            {
                fitting.Add(form);
            }
        }

        if (fitting.Any(form => form.Match is EntityMatch.Name or EntityMatch.Alias))
        {
            fitting.RemoveAll(form => form.Match == EntityMatch.Role);
        }

        if (fitting.Count > MostByRole)
        {
            fitting.Clear();
        }

        return fitting;
    }

    private static bool Fits(EntityForm form, IReadOnlyList<QuestionWord> tokens, int start, int end) => form.Rule switch
    {
        FormRule.InCapitals => tokens[start].Has(WordTraits.AllCapitals) || end - start > 1,
        FormRule.PartOfName => FitsAsName(tokens, start),
        _ => true,
    };

    private static bool FitsAsName(IReadOnlyList<QuestionWord> tokens, int at)
    {
        var token = tokens[at];
        if (at > 0 && IsOtherName(tokens[at - 1]) && tokens[at - 1].Break == '\0')
        {
            return false;
        }

        if (at + 1 < tokens.Count && token.Break == '\0' && !token.Has(WordTraits.Possessive) && IsOtherName(tokens[at + 1]))
        {
            return false;
        }

        if (!EnglishWords.IsEveryday(token.Key) || token.Has(WordTraits.Corrected))
        {
            return true;
        }

        if (token.Has(WordTraits.Capitalised) && !token.Has(WordTraits.StartsSentence))
        {
            return true;
        }

        var next = at + 1 < tokens.Count ? tokens[at + 1].Key : string.Empty;
        var before = at > 0 ? tokens[at - 1].Key : string.Empty;
        return token.Has(WordTraits.Possessive)
            || WordSets.Has("say", next) || WordSets.Has("claim", next) || WordSets.Has("foretell", next) || WordSets.Has("counsel", next)
            || (before is "by" or "from" && !tokens.Any(other => other.Has(WordTraits.Capitalised) && !other.Has(WordTraits.StartsSentence)));
    }

    // A capitalised word that is neither a title nor the opening of a sentence: "Tom" before "Marcus".
    private static bool IsOtherName(QuestionWord token) =>
        token.Has(WordTraits.Capitalised) && !token.Has(WordTraits.AllCapitals) && !token.Has(WordTraits.Possessive)
        && !token.IsFigure && !Titles.Contains(token.Key)
        && !(token.Has(WordTraits.StartsSentence) && EnglishWords.Contains(token.Key) && WordSets.Function.Contains(token.Key));

    private static void Report(IReadOnlyList<QuestionWord> tokens, int start, int end, List<EntityForm> forms, List<LinkedSpan> spans)
    {
        var isCorrected = false;
        for (var i = start; i < end; i++)
        {
            isCorrected |= tokens[i].Has(WordTraits.Corrected);
        }

        foreach (var form in forms)
        {
            var match = isCorrected && form.Match != EntityMatch.Role ? EntityMatch.Typo : form.Match;
            spans.Add(new LinkedSpan(start, end, form.Entity, match));
        }
    }
}
