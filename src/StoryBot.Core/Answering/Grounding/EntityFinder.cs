using System.Collections.Frozen;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Grounding;

/// <summary>Finds the story's entities in text by name and alias, longest first. Immutable.</summary>
public sealed class EntityFinder
{
    private readonly FrozenDictionary<string, List<(string[] Stems, string Entity)>> _byFirst;

    /// <summary>Builds the finder for these entities.</summary>
    public EntityFinder(IEnumerable<Entity> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        _byFirst = entities
            .SelectMany(entity => entity.Aliases.Prepend(entity.Name).Select(name => (Stems: Grounding.Stems.Of(name).ToArray(), Entity: entity.Name)))
            .Where(entry => entry.Stems.Length > 0)
            .GroupBy(entry => entry.Stems[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderByDescending(entry => entry.Stems.Length).ToList(),
                StringComparer.Ordinal);
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

            foreach (var (name, entity) in entries)
            {
                if (StartsAt(stems, i, name))
                {
                    yield return entity;
                    foreach (var inner in Inside(name, entity))
                    {
                        yield return inner;
                    }

                    i += name.Length - 1;
                    break;
                }
            }
        }
    }

    // "US App Store" names the country as well.
    private IEnumerable<string> Inside(string[] name, string entity) => name.Length == 1 ? [] : Find([.. name.Skip(1)]).Concat(Find([.. name.SkipLast(1)])).Where(inner => inner != entity).Distinct();

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
}
