using System.Numerics;
using StoryBot.Core.Answering.EvidenceSearch.Words;

namespace StoryBot.Core.Answering.EvidenceSearch.Querying;

/// <summary>
/// The words of an index that a word unknown to it may be a misspelling of: one edit away for 4 to 7 letters, up to
/// two beyond. A neighbour counts less than a match, and a known word has none, so no exact match is ever outranked.
/// </summary>
internal static class SpellingNeighbours
{
    private const int Most = 4;

    /// <summary>The nearest stems, each with the share of a match that it counts.</summary>
    public static IReadOnlyList<(int Stem, float Share)> Of(Vocabulary vocabulary, string word)
    {
        if (word.Length < 4 || char.IsAsciiDigit(word[0]))
        {
            return [];
        }

        var allowed = word.Length < 8 ? 1 : 2;
        var letters = Letters(word);
        var found = new List<(int Distance, int Word)>();
        for (var id = 0; id < vocabulary.Count; id++)
        {
            var other = vocabulary[id];
            if (Math.Abs(other.Text.Length - word.Length) > allowed
                || other.IsStop
                || BitOperations.PopCount(letters ^ other.Letters) > 2 * allowed
                || vocabulary.Stem(other.Stem).Documents == 0)
            {
                continue;
            }

            var distance = EditDistance.Between(word, other.Text);
            if (distance <= allowed)
            {
                found.Add((distance, id));
            }
        }

        return Nearest(vocabulary, found);
    }

    /// <summary>One bit for each letter that the word holds.</summary>
    public static uint Letters(string word)
    {
        var bits = 0u;
        foreach (var c in word)
        {
            bits |= 1u << (c % 32);
        }

        return bits;
    }

    private static List<(int Stem, float Share)> Nearest(Vocabulary vocabulary, List<(int Distance, int Word)> found)
    {
        var nearest = found.Count == 0 ? 0 : found.Min(pair => pair.Distance);
        return found
            .Where(pair => pair.Distance == nearest)
            .Select(pair => vocabulary[pair.Word].Stem)
            .Distinct()
            .OrderByDescending(stem => vocabulary.Stem(stem).Documents)
            .ThenBy(stem => stem)
            .Take(Most)
            .Select(stem => (stem, nearest == 1 ? 0.8f : 0.6f))
            .ToList();
    }
}
