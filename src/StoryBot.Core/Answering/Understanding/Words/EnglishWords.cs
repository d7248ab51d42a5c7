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

    /// <summary>Whether the lower-case word is in the list.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => !word.IsEmpty && WordVectors.BuiltIn.Find(word) >= 0;

    /// <summary>Whether the word, or the word without a common ending or beginning, is in the list.</summary>
    public static bool ContainsForm(string word)
    {
        if (Contains(word))
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

    // The list also has rare names ("tran"): what takes -ing or -ed must be seen with the other of the two as well.
    private static bool IsBase(ReadOnlySpan<char> word, string ending) =>
        Contains(word)
        && (ending is not ("ing" or "ed") || Contains(string.Concat(word.TrimEnd('e'), ending == "ing" ? "ed" : "ing")) || Contains(string.Concat(word, word[^1..], ending == "ing" ? "ed" : "ing")));

    private static bool ContainsEnding(ReadOnlySpan<char> word)
    {
        if (Contains(word))
        {
            return true;
        }

        foreach (var ending in (ReadOnlySpan<string>)["s", "es", "ed", "ing", "er", "ers", "ly", "ness", "able", "ish", "y", "ism", "ists", "ist"])
        {
            if (word.Length < ending.Length + ShortestBase || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = word[..^ending.Length];
            if (IsBase(stem, ending) || IsBase(string.Concat(stem, "e"), ending) || (stem[^1] == stem[^2] && IsBase(stem[..^1], ending)))
            {
                return true;
            }
        }

        return false;
    }
}
