using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace StoryBot.Core.Answering.Understanding.Words;

/// <summary>
/// Writes out the short spellings that people use in chats ("wat did they say abt it"). Small letters only, and only spellings that are no
/// word or name of their own: "Angkor Wat" stays. Linear in the length of the text.
/// </summary>
internal static partial class ChatSpelling
{
    private static readonly FrozenDictionary<string, string> Written = new Dictionary<string, string>
    {
        ["wat"] = "what",
        ["wut"] = "what",
        ["wht"] = "what",
        ["wich"] = "which",
        ["wen"] = "when",
        ["abt"] = "about",
        ["thru"] = "through",
        ["cuz"] = "because",
        ["coz"] = "because",
        ["becuz"] = "because",
        ["wrt"] = "about",
        ["btwn"] = "between",
        ["ppl"] = "people",
        ["sez"] = "says",
        ["hav"] = "have",
        ["mkt"] = "market",
        ["mkts"] = "markets",
        ["govt"] = "government",
        ["mgmt"] = "management",
        ["pct"] = "percent",
        ["approx"] = "approximately",
        ["bc"] = "because",
        ["yday"] = "yesterday",
        ["dat"] = "that",
        ["dis"] = "this",
        ["wanna"] = "want",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The text with its short spellings written out.</summary>
    public static string WriteOut(string text) => Word().Replace(text, match => Written.GetValueOrDefault(match.Value, match.Value));

    [GeneratedRegex(@"\b[a-z]{3,5}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
