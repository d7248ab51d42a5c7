using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>
/// Finds names that the knowledge does not know: capitalised words in the sentence ("Bill Gates"), words in the place
/// of a name ("oracle stock") and words that neither the story nor the English list knows ("humaneval"). Reports none
/// where the vocabulary is not complete.
/// </summary>
internal sealed class UnknownNameFinder(StoryVocabulary vocabulary)
{
    private static readonly HashSet<string> NotNames =
    [
        "ceo", "cfo", "coo", "cto", "pr", "hr", "ai", "it", "tv", "uk", "us", "usa", "eu", "un", "gmt", "utc", "est", "et", "pm", "am", "faq",
        "asap", "fyi", "tldr", "tl", "dr", "ok", "api", "gpu", "gpus", "cpu", "cpus", "pdf", "url", "id", "vs", "lol", "wtf", "omg", "btw", "imo", "thx", "ty",
        "pls", "plz", "gonna", "wanna", "gotta", "idk", "tbh", "eg", "ie", "etc", "re", "ps", "qa", "usd", "eur", "gbp", "mr", "mrs", "ms", "prof",
        "american", "chinese", "european", "british", "french", "german", "japanese", "english", "western", "eastern", "northern", "southern", "west", "east", "north", "south",
        "asian", "african", "russian", "indian", "canadian", "dutch", "italian", "spanish", "korean", "bot", "storybot", "slack", "discord",
    ];

    private static readonly HashSet<string> Calendar =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    ];

    // What follows a company's name and no common noun's.
    private static readonly HashSet<string> CompanyTails = ["stock", "stocks", "share", "shares", "ceo", "cfo", "cto", "ticker"];

    // What has versions with numbers; "4.5" is the longest of them.
    private static readonly HashSet<string> Versioned = new(StringComparer.OrdinalIgnoreCase) { "model", "product", "software", "system", "programme", "program", "app" };
    private const int LongestVersion = 3;

    private static readonly HashSet<string> CommonHeads =
    [
        "tech", "technology", "company", "companies", "chip", "bank", "energy", "other", "big", "major", "global", "foreign", "individual",
        "growth", "common", "market", "penny", "value", "single", "class", "joint", "rolling", "in", "current", "former", "new", "old", "first",
    ];

    /// <summary>The names in order of appearance, each once.</summary>
    public IReadOnlyList<string> Find(Utterance utterance, IReadOnlyList<LinkedSpan> spans, ReaderScope scope)
    {
        if (!vocabulary.IsComplete)
        {
            return [];
        }

        var tokens = utterance.Words;
        var isLinked = new bool[tokens.Count];
        foreach (var span in spans)
        {
            Array.Fill(isLinked, true, span.Start, span.End - span.Start);
        }

        var names = UnknownVersions(utterance, spans, scope).ToList();
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!isLinked[i] && !isLinked[i - 1] && IsUnknownCompound(tokens, i, scope))
            {
                names.Add(utterance.Text[tokens[i - 1].Start..tokens[i].End]);
            }
        }

        var trustsCapitals = TrustsCapitals(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var end = trustsCapitals ? CapitalRun(tokens, isLinked, i) : i;
            if (end > i)
            {
                if (IsUnknownRun(tokens, i, end, scope))
                {
                    names.Add(utterance.Text[tokens[i].Start..tokens[end - 1].End]);
                }

                i = end - 1;
            }
            else if (!isLinked[i] && IsUnknownWord(tokens, i, scope))
            {
                names.Add(tokens[i].Text);
            }
        }

        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // In a headline or in shouting every word has its capital: it says nothing then.
    private static bool TrustsCapitals(IReadOnlyList<QuestionWord> tokens)
    {
        var words = tokens.Count(token => !token.IsFigure);
        var capitalised = tokens.Count(token => token.Has(WordTraits.Capitalised));
        return words < 4 || capitalised * 10 < words * 7;
    }

    private static int CapitalRun(IReadOnlyList<QuestionWord> tokens, bool[] isLinked, int start)
    {
        var end = start;
        while (end < tokens.Count && !isLinked[end] && CanBeName(tokens, end, end > start))
        {
            end++;
            if (tokens[end - 1].Has(WordTraits.Possessive) || tokens[end - 1].Break is not ('\0' or '-' or '&' or '.' or '\''))
            {
                break;
            }
        }

        return end;
    }

    private static bool CanBeName(IReadOnlyList<QuestionWord> tokens, int at, bool isInside)
    {
        var token = tokens[at];
        if (isInside && token.IsFigure && token.Has(WordTraits.Joined))
        {
            return true;
        }

        if (token.IsFigure || !token.Has(WordTraits.Capitalised) || token.Has(WordTraits.Contracted)
            || token.Key.Length < 2 || NotNames.Contains(token.Key) || Calendar.Contains(token.Key))
        {
            return false;
        }

        if (!token.Has(WordTraits.StartsSentence) || isInside)
        {
            return !WordSets.Function.Contains(token.Key) || isInside && token.Has(WordTraits.AllCapitals);
        }

        // A sentence starts with a capital anyway: only an odd word there, or one before another name, is a name.
        return !EnglishWords.ContainsForm(token.Key)
            || (!IsOpener(tokens, at) && !WordSets.Function.Contains(token.Key) && !EnglishWords.IsEveryday(token.Key));
    }

    // "Apart from", "Ahead of", "Contrary to".
    private static bool IsOpener(IReadOnlyList<QuestionWord> tokens, int at) => at + 1 < tokens.Count && tokens[at + 1].Key is "from" or "of" or "to";

    private bool IsUnknownRun(IReadOnlyList<QuestionWord> tokens, int start, int end, ReaderScope scope)
    {
        if (end - start == 1)
        {
            return !IsKnownWord(tokens[start].Key, scope);
        }

        var compound = string.Concat(tokens.Skip(start).Take(end - start).Select(token => token.Key));
        if (vocabulary.Knows(compound, scope))
        {
            return false;
        }

        var isFigured = tokens[end - 1].IsFigure;
        return isFigured
            || Enumerable.Range(start, end - start).Any(i => !IsKnownWord(tokens[i].Key, scope))
            || !vocabulary.KnowsAsName(tokens[end - 1].Key, scope);
    }

    // "MIDI-Bench" is not known by "MIDI" and "bench" elsewhere.
    private bool IsUnknownCompound(IReadOnlyList<QuestionWord> tokens, int at, ReaderScope scope) =>
        tokens[at].Has(WordTraits.Joined) && !tokens[at].IsFigure && tokens[at].Has(WordTraits.Capitalised)
        && tokens[at - 1].Has(WordTraits.AllCapitals) && !NotNames.Contains(tokens[at - 1].Key)
        && !vocabulary.Knows(tokens[at - 1].Key + tokens[at].Key, scope);

    // "Calypso 7" is another than the Calypso that is known, where no record has one of that number.
    private IEnumerable<string> UnknownVersions(Utterance utterance, IReadOnlyList<LinkedSpan> spans, ReaderScope scope)
    {
        var tokens = utterance.Words;
        foreach (var span in spans)
        {
            var at = span.End;
            if (at < tokens.Count && Versioned.Contains(span.Entity.Kind) && tokens[at].IsFigure && tokens[at].Key.Length <= LongestVersion
                && tokens[at - 1].Break is '\0' or '-' && !tokens[at - 1].Has(WordTraits.Possessive)
                && (at + 1 == tokens.Count || tokens[at].Break is not '\0' || WordSets.Function.Contains(tokens[at + 1].Key))
                && !vocabulary.Knows(tokens[at - 1].Key + tokens[at].Key, scope))
            {
                yield return utterance.Text[tokens[span.Start].Start..tokens[at].End];
            }
        }
    }

    private bool IsUnknownWord(IReadOnlyList<QuestionWord> tokens, int at, ReaderScope scope)
    {
        var token = tokens[at];
        if (token.Key.Length < 2 || token.Has(WordTraits.Contracted) || token.Has(WordTraits.Corrected) || NotNames.Contains(token.Key)
            || Calendar.Contains(token.Key) || WordSets.Function.Contains(token.Key) || IsKnownWord(token.Key, scope))
        {
            return false;
        }

        if (token.IsFigure)
        {
            return false;
        }

        if (vocabulary.IsNameInRole(token.Key) && !EnglishWords.IsEveryday(token.Key))
        {
            return true;
        }

        if (IsBeforeCompanyTail(tokens, at))
        {
            return true;
        }

        var hasFigure = token.Key.AsSpan().ContainsAnyInRange('0', '9');
        if (hasFigure)
        {
            return !IsQuarter(token.Key);
        }

        return token.Key.Length > 2 && char.IsAsciiLetter(token.Key[0]) && !EnglishWords.ContainsForm(token.Key)
            && (IsInNamePlace(tokens, at) || !IsNearWord(token.Key));
    }

    private bool IsKnownWord(string key, ReaderScope scope) =>
        (vocabulary.Knows(key, scope) && !vocabulary.IsNameInRole(key))
        || (key.Length > 3 && key[^1] == 's' && vocabulary.Knows(key[..^1], scope))
        || (key.Length > 2 && vocabulary.Knows(key + "s", scope));

    private static bool IsBeforeCompanyTail(IReadOnlyList<QuestionWord> tokens, int at)
    {
        if (at + 1 >= tokens.Count || !CompanyTails.Contains(tokens[at + 1].Key) || CommonHeads.Contains(tokens[at].Key))
        {
            return false;
        }

        // "sell shares", "falling stocks": verbs and adjectives, told by their inflections or by the sets that name them.
        var key = tokens[at].Key;
        return !WordSets.Has("trade", key) && !WordSets.Has("trading", key) && !WordSets.Has("rose", key) && !WordSets.Has("fell", key)
            && !WordSets.Has("market", key) && !key.EndsWith("ing", StringComparison.Ordinal) && !key.EndsWith("ed", StringComparison.Ordinal)
            && !NotNames.Contains(key);
    }

    private static bool IsInNamePlace(IReadOnlyList<QuestionWord> tokens, int at)
    {
        var before = at > 0 ? tokens[at - 1].Key : string.Empty;
        return tokens[at].Has(WordTraits.Possessive) || WordSets.Auxiliary.Contains(before)
            || before is "by" or "from" or "about" or "with" or "against" or "than" or "vs" or "versus" or "on" or "of";
    }

    private static bool IsQuarter(string key) => key.Length == 2 && key[0] is 'q' or 'h' && char.IsAsciiDigit(key[1]);

    // One slip away from an English word: more likely misspelt than a name.
    private static bool IsNearWord(string key)
    {
        if (key.Length > 20)
        {
            return false;
        }

        Span<char> other = stackalloc char[key.Length + 1];
        for (var i = 0; i <= key.Length; i++)
        {
            key.AsSpan(0, i).CopyTo(other);
            if (i < key.Length)
            {
                key.AsSpan(i + 1).CopyTo(other[i..]);
                if (EnglishWords.Contains(other[..(key.Length - 1)]) || (i + 1 < key.Length && IsSwapWord(key, i, other)))
                {
                    return true;
                }
            }

            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                other[i] = letter;
                key.AsSpan(i).CopyTo(other[(i + 1)..]);
                if (EnglishWords.Contains(other[..(key.Length + 1)]))
                {
                    return true;
                }

                if (i < key.Length)
                {
                    key.AsSpan(i + 1).CopyTo(other[(i + 1)..]);
                    if (EnglishWords.Contains(other[..key.Length]))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsSwapWord(string key, int at, Span<char> other)
    {
        key.CopyTo(other);
        (other[at], other[at + 1]) = (other[at + 1], other[at]);
        var isWord = EnglishWords.Contains(other[..key.Length]);
        key.AsSpan(0, at).CopyTo(other);
        return isWord;
    }
}
