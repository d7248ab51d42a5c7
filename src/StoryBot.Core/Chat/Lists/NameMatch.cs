using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Language;

namespace StoryBot.Core.Chat.Lists;

/// <summary>
/// Finds what somebody means by a few words among names with their other forms: the whole name first, then part of it, then a
/// misspelling. Pure.
/// </summary>
internal static class NameMatch
{
    // Two letters and a slip could be anything.
    private const int ShortestMisspelt = 4;

    /// <summary>The names that are meant; none when nothing is near.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="names">Each name with the forms that it goes by, itself included.</param>
    public static IReadOnlySet<string> Find(string typed, IReadOnlyCollection<(string Name, IReadOnlyList<string> Forms)> names)
    {
        var key = Key(typed);
        if (key.Length == 0)
        {
            return new HashSet<string>();
        }

        var words = WordsOf(typed);
        return Take(names, form => Key(form) == key)
            ?? Take(names, form => Has(WordsOf(form), words, static (known, word) => known == word))
            ?? Take(names, form => Has(WordsOf(form), words, static (known, word) => known.StartsWith(word, StringComparison.Ordinal)))
            ?? Take(names, form => key.Length >= ShortestMisspelt && NearestWord.Find(key, [Key(form)]) is not null)
            ?? Take(names, form => Has(WordsOf(form), words, IsNear))
            ?? new HashSet<string>();
    }

    /// <summary>The comparable form of a text, without spaces.</summary>
    public static string Key(string text) => string.Concat(WordsOf(text));

    private static HashSet<string>? Take(IReadOnlyCollection<(string Name, IReadOnlyList<string> Forms)> names, Func<string, bool> isMeant)
    {
        var found = names.Where(name => name.Forms.Any(isMeant)).Select(name => name.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return found.Count > 0 ? found : null;
    }

    private static bool Has(List<string> known, List<string> words, Func<string, string, bool> fits) =>
        words.TrueForAll(word => known.Exists(other => fits(other, word)));

    private static bool IsNear(string known, string word) =>
        known == word || (word.Length >= ShortestMisspelt && known.Length >= ShortestMisspelt && NearestWord.Find(word, [known]) is not null);

    private static List<string> WordsOf(string text) =>
        [.. text.Split([' ', '-', '_', '/', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => TextFolding.Fold(word)).Where(word => word.Length > 0)];
}
