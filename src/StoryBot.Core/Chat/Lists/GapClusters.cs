using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Language;

namespace StoryBot.Core.Chat.Lists;

/// <summary>
/// Puts questions together that ask for the same in other words, so that a curator sees one gap and not twenty: those that share at
/// least half of their content words with one of the cluster. The most asked question speaks for its cluster. Deterministic.
/// </summary>
internal static class GapClusters
{
    // Jaccard similarity; below it questions on one subject that ask for different things run together.
    private const double Alike = 0.5;

    /// <summary>The clusters, the most asked first.</summary>
    public static IReadOnlyList<GapCluster> Of(IReadOnlyList<Gap> gaps)
    {
        var open = new List<(List<Gap> Gaps, List<HashSet<string>> Words)>();
        foreach (var gap in gaps.OrderByDescending(gap => gap.Count))
        {
            var words = ContentWords(gap.Question);
            var cluster = open.FirstOrDefault(known => known.Words.Exists(other => Similarity(words, other) >= Alike));
            if (cluster.Gaps is null)
            {
                open.Add(([gap], [words]));
            }
            else
            {
                cluster.Gaps.Add(gap);
                cluster.Words.Add(words);
            }
        }

        return [.. open.Select(cluster => new GapCluster(cluster.Gaps)).OrderByDescending(cluster => cluster.Count)];
    }

    private static HashSet<string> ContentWords(string question) =>
    [
        .. question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => TextFolding.Fold(word))
            .Where(word => word.Length > 0 && !Words.IsFunctionWord(word))
            .Select(word => Words.Stem(word)),
    ];

    private static double Similarity(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        var all = one.Count + other.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }
}

/// <summary>Questions that ask for the same. Never empty.</summary>
/// <param name="Gaps">The questions, the most asked first.</param>
internal sealed record GapCluster(IReadOnlyList<Gap> Gaps)
{
    /// <summary>The question that speaks for all.</summary>
    public string Question => Gaps[0].Question;

    /// <summary>How often any of them was asked.</summary>
    public int Count => Gaps.Sum(gap => gap.Count);
}
