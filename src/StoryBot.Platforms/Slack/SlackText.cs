using System.Text.RegularExpressions;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// Turns what Slack sends as a message's text into what the person typed: <c>&lt;url|label&gt;</c> becomes its label, and
/// <c>&amp;amp;</c>, <c>&amp;lt;</c> and <c>&amp;gt;</c> become characters. Pure.
/// </summary>
internal static partial class SlackText
{
    /// <summary>The text as it was typed, without the mentions of a user.</summary>
    /// <param name="raw">The text of a message or of a command.</param>
    /// <param name="without">The user whose mentions are taken out: the bot; null takes out none.</param>
    public static string Read(string? raw, string? without = null)
    {
        var text = Reference().Replace(raw ?? string.Empty, match => Read(match, without));
        return Unescape(text).Trim();
    }

    /// <summary>The users that a text mentions.</summary>
    public static IEnumerable<string> Mentions(string? raw) =>
        Reference().Matches(raw ?? string.Empty)
            .Select(match => match.Groups["target"].Value)
            .Where(target => target.StartsWith('@'))
            .Select(target => target[1..]);

    private static string Read(Match match, string? without)
    {
        var target = match.Groups["target"].Value;
        var label = match.Groups["label"] is { Success: true, Value.Length: > 0 } group ? group.Value : null;
        return target[0] switch
        {
            '@' when target[1..] == without => string.Empty,
            '@' => "@" + (label ?? target[1..]),
            '#' => "#" + (label ?? target[1..]),
            '!' => label ?? "@" + target[1..].Split('^')[0],
            _ => label ?? Address(target),
        };
    }

    private static string Address(string target) => target.StartsWith("mailto:", StringComparison.Ordinal) ? target["mailto:".Length..] : target;

    // "&amp;lt;" is a typed "&lt;": the ampersand comes last.
    private static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    // Typed angle brackets arrive escaped, so that an unescaped pair is always a reference.
    [GeneratedRegex(@"<(?<target>[^<>|\n]+)(?:\|(?<label>[^<>]*))?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
