using System.Collections.Frozen;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Grounding;

/// <summary>Finds the story's entities in text by name and alias, longest first. Immutable.</summary>
public sealed class EntityFinder
{
    private readonly FrozenDictionary<string, List<Entry>> _byFirst;

    /// <summary>Builds the finder for these entities.</summary>
    public EntityFinder(IEnumerable<Entity> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        _byFirst = entities
            .SelectMany(entity => entity.Aliases.Prepend(entity.Name).Select(name => new Entry([.. Grounding.Stems.Of(name)], entity.Name)))
            .Where(entry => entry.Stems.Length > 0)
            .GroupBy(entry => entry.Stems[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderByDescending(entry => entry.Stems.Length).ToList(),
                StringComparer.Ordinal);
        foreach (var entry in _byFirst.Values.SelectMany(entries => entries).Where(entry => entry.Stems.Length > 1).OrderBy(entry => entry.Stems.Length))
        {
            entry.Inner = [.. Find(entry.Stems[1..]).Concat(Find(entry.Stems[..^1])).Where(inner => inner != entry.Entity).Distinct()];
        }
    }

    /// <summary>The names of the entities in the text, in order, repeats included.</summary>
    public IEnumerable<string> Find(IReadOnlyList<string> stems)
    {
        ArgumentNullException.ThrowIfNull(stems);
        for (var i = 0; i < stems.Count; i++)
        {
            if (!_byFirst.TryGetValue(stems[i], out var entries))
            {
                continue;
            }

            if (entries.Find(entry => StartsAt(stems, i, entry.Stems)) is { } found)
            {
                yield return found.Entity;
                foreach (var inner in found.Inner)
                {
                    yield return inner;
                }

                i += found.Stems.Length - 1;
            }
        }
    }

    private static bool StartsAt(IReadOnlyList<string> stems, int start, string[] name)
    {
        if (start + name.Length > stems.Count)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (!string.Equals(stems[start + i], name[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Entry(string[] Stems, string Entity)
    {
        // "US App Store" names the country as well. Filled in once, from the shorter names to the longer.
        public string[] Inner { get; set; } = [];
    }
}
