using System.Globalization;

namespace StoryBot.Sockets.Discord;

/// <summary>Reads which shards a process has.</summary>
internal static class ShardRange
{
    /// <summary>The shards that a text such as <c>2</c> or <c>0-3</c> names, in order; null when it names none of that many.</summary>
    /// <param name="text">The text; empty for all.</param>
    /// <param name="count">How many there are.</param>
    public static IEnumerable<int>? Parse(string? text, int count)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Enumerable.Range(0, count);
        }

        var ends = text.Split('-').Select(Number).ToArray();
        return ends is [{ } first, ..] && ends.Length <= 2 && ends[^1] is { } last && first <= last && last < count
            ? Enumerable.Range(first, last - first + 1)
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
