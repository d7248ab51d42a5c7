using System.Collections.Frozen;

namespace StoryBot.Core.Answering.Grounding;

/// <summary>
/// English turns of phrase and the one plain word that each means (<c>phrases.txt</c>): "take over" is "acquire". For
/// finding records only, like <see cref="Thesaurus"/>. Immutable.
/// </summary>
public static class Phrases
{
    private static readonly FrozenDictionary<string, Phrase[]> ByFirst = LexiconFile.Lines("phrases.txt")
        .Select(Read)
        .SelectMany(phrase => phrase.Words[0].Select(first => (First: first, Phrase: phrase)))
        .GroupBy(entry => entry.First, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.Select(entry => entry.Phrase).OrderByDescending(phrase => phrase.Words.Length).ToArray(),
            StringComparer.Ordinal);

    /// <summary>The phrases among the stems, in order, the longest at each place; they never overlap.</summary>
    public static IReadOnlyList<PhraseMatch> Find(IReadOnlyList<string> stems)
    {
        ArgumentNullException.ThrowIfNull(stems);
        List<PhraseMatch>? found = null;
        for (var i = 0; i < stems.Count; i++)
        {
            if (ByFirst.GetValueOrDefault(stems[i])?.FirstOrDefault(phrase => StandsAt(stems, i, phrase)) is { } phrase)
            {
                (found ??= []).Add(new PhraseMatch(i, phrase.Words.Length, phrase.Meaning));
                i += phrase.Words.Length - 1;
            }
        }

        return found ?? [];
    }

    private static bool StandsAt(IReadOnlyList<string> stems, int start, Phrase phrase)
    {
        if (start + phrase.Words.Length > stems.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Words.Length; i++)
        {
            if (!phrase.Words[i].Contains(stems[start + i], StringComparer.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static Phrase Read(string line)
    {
        var sides = line.Split('=', 2);
        var words = sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split('|').SelectMany(Stems.Of).Distinct().ToArray())
            .ToArray();
        var meaning = sides[1].Trim();
        return new Phrase(words, meaning.Length == 0 ? null : meaning);
    }

    private sealed record Phrase(string[][] Words, string? Meaning);
}
