namespace StoryBot.Benchmarks.Retrieval;

/// <summary>Figures of merit of one ranked list, 0 to 1.</summary>
internal static class RankMetrics
{
    /// <summary>One over the rank of the first relevant text among ten, or 0.</summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranked, IReadOnlySet<string> relevant)
    {
        for (var i = 0; i < Math.Min(10, ranked.Count); i++)
        {
            if (relevant.Contains(ranked[i]))
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    /// <summary>The normalised discounted cumulative gain of ten, every relevant text worth the same.</summary>
    public static double Gain(IReadOnlyList<string> ranked, IReadOnlySet<string> relevant)
    {
        double gain = 0, ideal = 0;
        for (var i = 0; i < 10; i++)
        {
            var worth = 1 / Math.Log2(i + 2);
            gain += i < ranked.Count && relevant.Contains(ranked[i]) ? worth : 0;
            ideal += i < relevant.Count ? worth : 0;
        }

        return ideal > 0 ? gain / ideal : 0;
    }

    /// <summary>The chance that a random positive scores above a random negative.</summary>
    public static double AreaUnderCurve(IEnumerable<(double Score, bool IsPositive)> scored)
    {
        var sorted = scored.OrderBy(pair => pair.Score).ToList();
        double rankSum = 0, positives = 0;
        for (var i = 0; i < sorted.Count;)
        {
            var end = i;
            while (end < sorted.Count && sorted[end].Score == sorted[i].Score)
            {
                end++;
            }

            var count = sorted.Skip(i).Take(end - i).Count(pair => pair.IsPositive);
            rankSum += count * ((i + 1 + end) / 2.0);
            positives += count;
            i = end;
        }

        var negatives = sorted.Count - positives;
        return (rankSum - (positives * (positives + 1) / 2)) / (positives * negatives);
    }
}
