using StoryBot.Core.Answering.EvidenceSearch.Vectors;

namespace StoryBot.Core.Answering.Understanding.Words;

/// <summary>
/// Sixty thousand English words, lower case (those of the built-in word vectors): enough to tell a misspelling from a
/// word that merely is not in the story. Safe to share between threads.
/// </summary>
internal static class EnglishWords
{
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

    private static bool ContainsEnding(ReadOnlySpan<char> word)
    {
        if (Contains(word))
        {
            return true;
        }

        foreach (var ending in (ReadOnlySpan<string>)["s", "es", "ed", "ing", "er", "ers", "ly", "ness", "able", "ish", "y", "ism", "ists", "ist"])
        {
            if (word.Length < ending.Length + 3 || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = word[..^ending.Length];
            if (Contains(stem) || Contains(string.Concat(stem, "e")) || (stem[^1] == stem[^2] && Contains(stem[..^1])))
            {
                return true;
            }
        }

        return false;
    }
}
