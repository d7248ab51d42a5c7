using System.Collections.Frozen;
using StoryBot.Core.Answering.Understanding.Words;

namespace StoryBot.Core.Answering.Understanding.Cues;

/// <summary>Many patterns, each standing for a value; looked up by their first word. Immutable, safe to share.</summary>
internal sealed class CueTable<T>
{
    private readonly FrozenDictionary<string, Entry[]> _byFirstWord;
    private readonly Entry[] _others;

    /// <summary>Builds the table from the written patterns.</summary>
    public CueTable(IEnumerable<(string Pattern, T Value)> cues)
    {
        var byFirstWord = new Dictionary<string, List<Entry>>();
        var others = new List<Entry>();
        foreach (var (pattern, value) in cues)
        {
            var entry = new Entry(CuePattern.Parse(pattern), value);
            if (entry.Pattern.FirstWords is not { } words)
            {
                others.Add(entry);
                continue;
            }

            foreach (var word in words)
            {
                if (!byFirstWord.TryGetValue(word, out var entries))
                {
                    byFirstWord[word] = entries = [];
                }

                entries.Add(entry);
            }
        }

        _byFirstWord = byFirstWord.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        _others = [.. others];
    }

    /// <summary>Every match, in order of its first token.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="clauseStart">The token that counts as the start, after "please", "can you tell me" and the like.</param>
    public IEnumerable<CueMatch<T>> Matches(IReadOnlyList<QuestionWord> tokens, int clauseStart = 0)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var entry in _byFirstWord.GetValueOrDefault(tokens[at].Key) ?? [])
            {
                var end = entry.Pattern.Match(tokens, at, clauseStart);
                if (end > at)
                {
                    yield return new CueMatch<T>(entry.Value, at, end);
                }
            }

            foreach (var entry in _others)
            {
                var end = entry.Pattern.Match(tokens, at, clauseStart);
                if (end > at)
                {
                    yield return new CueMatch<T>(entry.Value, at, end);
                }
            }
        }
    }

    private readonly record struct Entry(CuePattern Pattern, T Value);
}
