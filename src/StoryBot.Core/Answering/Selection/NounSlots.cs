using System.Collections.Frozen;
using StoryBot.Core.Answering.Grounding;

namespace StoryBot.Core.Answering.Selection;

/// <summary>
/// Finds the words of a question that stand where English has nouns: after an article, a possessive, a preposition or
/// "how many", or before "of". What is asked for stands there; what is said about it mostly does not.
/// </summary>
internal static class NounSlots
{
    private static readonly FrozenSet<string> Before = new[]
    {
        "the", "a", "an", "which", "what", "whose", "many", "much", "of", "any", "no", "his", "her", "its", "their", "our", "my", "your", "this",
        "that", "these", "those", "by", "for", "in", "on", "with", "from", "at", "about", "and", "or", "per", "than", "as", "into", "between",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The stems in such places.</summary>
    public static HashSet<string> Of(string question)
    {
        var nouns = new HashSet<string>(StringComparer.Ordinal);
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var isNoun = (i > 0 && (Before.Contains(words[i - 1]) || IsPossessive(words[i - 1])))
                || (i + 1 < words.Length && words[i + 1].Equals("of", StringComparison.OrdinalIgnoreCase));
            if (isNoun)
            {
                nouns.UnionWith(Stems.Of(words[i]));
            }
        }

        return nouns;
    }

    private static bool IsPossessive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)
        || word.EndsWith("s'", StringComparison.Ordinal) || word.EndsWith("s’", StringComparison.Ordinal);
}
