using StoryBot.Core.Answering.EvidenceSearch.Vectors;

namespace StoryBot.Core.Answering.Understanding.Words;

/// <summary>
/// Sixty thousand English words, lower case (those of the built-in word vectors): enough to tell a misspelling from a
/// word that merely is not in the story. Safe to share between threads.
/// </summary>
internal static class EnglishWords
{
    // Shorter pieces are in the list by accident: "shr" of "shres".
    private const int ShortestBase = 4;

    // By frequency the last half of the list is mostly names; their inflections are more likely misspelt words.
    private const int RareFrom = 30_000;

    // Words that anybody types in a chat; rarer ones are too near to names.
    private const int CommonBelow = 3_000;

    private static readonly Lazy<ILookup<char, (string Key, string Text, int Weight)>> CommonByLetter = new(() => WordVectors.BuiltIn.Words
        .Take(CommonBelow)
        .Select((word, rank) => (Key: word, Text: word, Weight: CommonBelow - rank))
        .Where(word => word.Key.Length > 4 && word.Key.All(char.IsAsciiLetterLower))
        .ToLookup(word => word.Key[0]));

    /// <summary>Whether the lower-case word is in the list.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => !word.IsEmpty && WordVectors.BuiltIn.Find(word) >= 0;

    /// <summary>Whether it is one of the few thousand commonest words.</summary>
    public static bool IsCommon(ReadOnlySpan<char> word) => WordVectors.BuiltIn.Find(word) is >= 0 and < CommonBelow;

    /// <summary>The commonest words with this first letter, the commoner the heavier: what a misspelling can be meant for.</summary>
    public static IEnumerable<(string Key, string Text, int Weight)> CommonStartingWith(char letter) => CommonByLetter.Value[letter];

    /// <summary>Whether the word, or the word without a common ending or beginning, is in the list.</summary>
    public static bool ContainsForm(string word)
    {
        if (Contains(word) || ContainsAmerican(word))
        {
            return true;
        }

        foreach (var prefix in (ReadOnlySpan<string>)["un", "re", "non", "over", "under", "out", "mis", "pre", "anti", "co"])
        {
            if (word.Length > prefix.Length + 3 && word.StartsWith(prefix, StringComparison.Ordinal) && ContainsEnding(word.AsSpan(prefix.Length)))
            {
                return true;
            }
        }

        return ContainsEnding(word);
    }

    /// <summary>
    /// Whether it is a word that people use outside names: one in the list together with an inflection of it
    /// ("block" has "blocks", "marcus" has none).
    /// </summary>
    public static bool IsEveryday(string word) =>
        Contains(word)
        && (Contains(word + "s") || Contains(word + "ed") || Contains(word + "ing") || (word.Length > 4 && word[^1] == 's' && Contains(word.AsSpan(0, word.Length - 1))));

    // The list is American: "summarise" is in it as "summarize".
    private static bool ContainsAmerican(string word) =>
        word.Length > 6 && word.LastIndexOf("is", StringComparison.Ordinal) is var at && at > 3
        && Contains(string.Concat(word.AsSpan(0, at), "iz", word.AsSpan(at + 2)));

    // The list also has rare names ("tran"): what takes -ing or -ed must be seen with the other of the two as well.
    private static bool IsBase(ReadOnlySpan<char> word, string ending) =>
        WordVectors.BuiltIn.Find(word) is >= 0 and < RareFrom
        && (ending is not ("ing" or "ed") || Contains(string.Concat(word.TrimEnd('e'), ending == "ing" ? "ed" : "ing")) || Contains(string.Concat(word, word[^1..], ending == "ing" ? "ed" : "ing")));

    private static bool ContainsEnding(ReadOnlySpan<char> word)
    {
        if (Contains(word))
        {
            return true;
        }

        foreach (var ending in (ReadOnlySpan<string>)["s", "es", "ed", "ing", "er", "ers", "ly", "ness", "able", "ish", "y", "ism"])
        {
            if (word.Length < ending.Length + ShortestBase || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = word[..^ending.Length];
            if (IsBase(stem, ending) || (ending[0] != 's' && IsBase(string.Concat(stem, "e"), ending)) || (stem[^1] == stem[^2] && IsBase(stem[..^1], ending)))
            {
                return true;
            }
        }

        return false;
    }
}
