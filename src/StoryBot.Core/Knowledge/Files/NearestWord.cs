namespace StoryBot.Core.Knowledge.Files;

/// <summary>Finds the known word that somebody most likely meant.</summary>
internal static class NearestWord
{
    /// <summary>The nearest of the known words, or null when none is near: at most a third of the letters differ.</summary>
    public static string? Find(string written, IEnumerable<string> known)
    {
        var letters = Letters(written);
        var best = (Word: (string?)null, Distance: int.MaxValue);
        foreach (var word in known)
        {
            var distance = Distance(letters, Letters(word));
            if (distance < best.Distance && distance <= Math.Max(1, word.Length / 3))
            {
                best = (word, distance);
            }
        }

        return best.Word;
    }

    // "as_of", "asOf" and "As-Of" are the same word written by another habit.
    private static string Letters(string word) =>
        string.Concat(word.Take(64).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Step(table, a, b, i, j);
            }
        }

        return table[a.Length, b.Length];
    }

    private static int Step(int[,] table, string a, string b, int i, int j)
    {
        var cost = a[i - 1] == b[j - 1] ? 0 : 1;
        var best = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + cost);
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
            ? Math.Min(best, table[i - 2, j - 2] + 1)
            : best;
    }
}
