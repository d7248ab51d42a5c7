using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>Reads the name of a measure: "market value lost", "share price before the fall".</summary>
internal static class MeasureName
{
    private static readonly FrozenSet<string> Prepositions = new[]
    {
        "before", "after", "in", "of", "on", "at", "to", "from", "as", "for", "with", "by", "over", "against", "since", "that", "per", "under", "during",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its words up to the first preposition: what is measured, without when, where or against what.</summary>
    public static IEnumerable<string> HeadWords(string measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Split([' ', '(', ',', ';', ':'], StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => !Prepositions.Contains(word));
    }
}
