using System.Collections.Frozen;
using StoryBot.Core.Answering.Grounding;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Small changes to words when one phrase is set into another.</summary>
internal static class Wording
{
    private static readonly FrozenSet<string> Openers = new[]
    {
        "The", "A", "An", "In", "On", "At", "It", "There", "This", "That", "These", "Those", "Some", "Many", "Most", "All",
        "Its", "His", "Her", "Their", "No", "Few", "Several", "When", "After", "Before", "By", "For", "With", "If", "As",
        "Both", "Each", "Every", "Only", "One", "Two", "Three", "Nearly", "About", "More", "Less", "From", "During", "Other", "Reactions",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The phrase as it stands inside a sentence: its first word in lower case unless it may be a name.</summary>
    /// <param name="sentence">The phrase.</param>
    /// <param name="profile">Knows which words the story writes in lower case; without one only function words count as common.</param>
    public static string Inside(string sentence, StoryProfile? profile = null)
    {
        var space = sentence.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? sentence : sentence[..space];
        return Openers.Contains(first) || (profile?.IsCommonWord(first) == true && profile.NameAtStart(sentence) is null)
            ? char.ToLowerInvariant(sentence[0]) + sentence[1..]
            : sentence;
    }

    /// <summary>The phrase with a capital letter at its start.</summary>
    public static string Opening(string phrase) =>
        phrase.Length == 0 ? phrase : char.ToUpperInvariant(phrase[0]) + phrase[1..];

    /// <summary>The phrase with a full stop unless it ends a sentence already.</summary>
    public static string Closed(string phrase)
    {
        var trimmed = phrase.TrimEnd();
        return trimmed.Length > 0 && trimmed[^1] is '.' or '!' or '?' || EndsQuoted(trimmed) ? trimmed : trimmed + ".";
    }

    /// <summary>A name inside a sentence: a common noun gets its article ("the article"), and an article is in lower case.</summary>
    public static string Party(string name, StoryProfile? profile = null)
    {
        var first = name.Split(' ', 2)[0];
        return first switch
        {
            "the" or "a" or "an" => name,
            _ when char.IsLower(name[0]) => name.Contains(' ', StringComparison.Ordinal) ? name : "the " + name,
            _ => Inside(name, profile),
        };
    }

    /// <summary>"NVIDIA's", "Pictet Asset Management's", "analysts'".</summary>
    public static string Possessive(string name) =>
        name.EndsWith('s') && char.IsLower(name[0]) ? name + "'" : name + "'s";

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => string.Empty,
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    private static bool EndsQuoted(string text) =>
        text.Length > 1 && text[^1] is '"' or '”' && text[^2] is '.' or '!' or '?';
}
