using System.Text.RegularExpressions;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>Takes the time zone from the end of a schedule's words.</summary>
internal static partial class ZoneReader
{
    private const int MostWords = 4;

    /// <summary>The words without the zone, and its IANA name; or what is wrong with the zone that is named.</summary>
    public static (string Words, string Zone, string? Problem) Take(string text, string defaultZone)
    {
        var words = text.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);

        // The longest name first: "New York" before "York".
        for (var count = Math.Min(MostWords, words.Length); count > 0; count--)
        {
            var name = Bare(words[^count..]);
            if (name.Length > 0 && ZoneNames.Meant(name) is { } zone)
            {
                return ZoneNames.Find(zone) is null
                    ? (text, zone, ZoneNames.Missing(zone))
                    : (WithoutLast(text, count), zone, null);
            }
        }

        var unknown = words.Length > 1 && UnknownZone().Match(text) is { Success: true } match ? match.Groups["zone"].Value : null;
        if (unknown is not null)
        {
            return (text, defaultZone, $"I do not know the time zone \"{unknown}\". Name a city or an IANA zone, such as Tokyo, New York or Europe/Berlin, or write UTC.");
        }

        return ZoneNames.Find(defaultZone) is null ? (text, defaultZone, ZoneNames.Missing(defaultZone)) : (text, defaultZone, null);
    }

    // "in Tokyo", "(Berlin time)", "New York's time zone".
    private static string Bare(string[] words)
    {
        IEnumerable<string> bare = words.Select(word => word.Trim('(', ')', '.', ';'));
        if (words[0].TrimStart('(').ToLowerInvariant() is "in" or "for")
        {
            bare = bare.Skip(1);
        }

        var name = string.Join(' ', bare);
        return TimeWord().Replace(name, string.Empty).Trim();
    }

    private static string WithoutLast(string text, int count)
    {
        var at = text.Length;
        for (; count > 0; count--)
        {
            at = text.AsSpan(0, at).TrimEnd(" \t,").LastIndexOfAny(' ', '\t', ',') + 1;
        }

        return text[..at].TrimEnd(' ', '\t', ',', '(');
    }

    [GeneratedRegex(@"(?:'s)?\s+(?:local\s+)?time(?:\s+zone)?$|'s$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeWord();

    // Something with a slash between letters, an offset, or a name before "time".
    [GeneratedRegex(@"(?:^|\s)(?<zone>[A-Za-z_]{3,}/[A-Za-z_/]+|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|(?!local\b)[A-Za-z]+(?=\s+time$))\s*(?:time)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnknownZone();
}
