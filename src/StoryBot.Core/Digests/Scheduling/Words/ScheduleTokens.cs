using System.Text.RegularExpressions;

namespace StoryBot.Core.Digests.Scheduling.Words;

/// <summary>The words of a schedule in lower case, read from left to right: times, numbers, names, dashes. For one thread.</summary>
internal sealed partial class ScheduleTokens(string text)
{
    private readonly string[] _tokens = [.. Token().Matches(text.ToLowerInvariant()).Select(match => match.Value.Trim())];

    /// <summary>The place of the next token.</summary>
    public int At { get; set; }

    /// <summary>Whether all were read.</summary>
    public bool IsAtEnd => At >= _tokens.Length;

    /// <summary>The next token, or one some places on; empty beyond the end.</summary>
    public string Peek(int ahead = 0) => At + ahead < _tokens.Length ? _tokens[At + ahead] : string.Empty;

    /// <summary>Reads the next token when it is one of these.</summary>
    public bool Take(params ReadOnlySpan<string> words)
    {
        var isThere = words.Contains(Peek());
        At += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>Reads a time of day; null, and nothing is read, when the next token is none.</summary>
    public TimeOnly? TakeTime()
    {
        if (Take("noon", "midday"))
        {
            return new TimeOnly(12, 0);
        }

        if (Take("midnight"))
        {
            return new TimeOnly(0, 0);
        }

        if (TimeOfDay().Match(Peek()) is not { Success: true } match)
        {
            return null;
        }

        var (hour, minute) = (int.Parse(match.Groups["hour"].ValueSpan), match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan) : 0);
        var half = match.Groups["half"].Value;
        if (minute > 59 || hour > 24 || (half.Length > 0 && hour is 0 or > 12) || (hour == 24 && minute > 0))
        {
            return null;
        }

        At++;
        _ = Take("o'clock", "h", "hrs");
        return new TimeOnly(half switch { "a" => hour % 12, "p" => (hour % 12) + 12, _ => hour % 24 }, minute);
    }

    // "9am", "9 am", "8:30", "8.30", "0830", "15th", words, dashes.
    [GeneratedRegex(@"\d+(?:st|nd|rd|th)\b|\d{1,2}(?:[:.h]\d{2}|\d{2})?\s?[ap]\.?m\b\.?|\d{1,2}[:.h]\d{2}|\d+|[a-z']+|[-–—]|[^\s,;&.]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?<hour>\d{1,2})(?:[:.h]?(?<minute>\d{2}))?\s?(?:(?<half>[ap])\.?m\.?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();
}
