using System.Collections.Frozen;
using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Digests.Scheduling.Words;

/// <summary>The names of days.</summary>
internal static class ScheduleDays
{
    /// <summary>The days of the week, Sunday first, as cron counts them.</summary>
    public static readonly string[] Names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly FrozenDictionary<string, int> ByWord = Names
        .SelectMany((name, day) => Forms(name.ToLowerInvariant()).Select(form => (form, day)))
        .ToFrozenDictionary(pair => pair.form, pair => pair.day);

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>The day that a word names, 0 (Sunday) to 6; null when it names none. A long name is forgiven its spelling.</summary>
    public static int? Find(string word)
    {
        if (ByWord.TryGetValue(word, out var day))
        {
            return day;
        }

        return word.Length > 5 && word.Contains("day", StringComparison.Ordinal) && NearestWord.Find(word, Names.Select(name => name.ToLowerInvariant())) is { } near
            ? ByWord[near]
            : null;
    }

    /// <summary>The number that an ordinal stands for: "first" and "1st" are 1, "last" is 0; null for any other word.</summary>
    public static int? Ordinal(string word)
    {
        if (word == "last")
        {
            return 0;
        }

        var index = Array.IndexOf(Ordinals, word);
        return index >= 0 ? index + 1
            : word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word.AsSpan(0, word.Length - 2), out var number) && number > 0 ? number
            : null;
    }

    private static IEnumerable<string> Forms(string name) =>
        new[] { name, name + "s", name[..3], name[..2], name + "'s", name switch { "tuesday" => "tues", "thursday" => "thurs", "wednesday" => "weds", _ => name + "es" } }.Distinct();
}
