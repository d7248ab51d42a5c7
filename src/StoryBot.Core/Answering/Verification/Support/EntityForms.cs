using System.Collections.Frozen;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>The spellings of a story's entities, as name keys. Immutable.</summary>
internal sealed class EntityForms
{
    private readonly FrozenDictionary<string, int[]> _byForm;
    private readonly FrozenSet<string> _personParts;
    private readonly string[] _kinds;

    /// <summary>Reads the names and aliases of the story's entities.</summary>
    public EntityForms(Story story)
    {
        var forms = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < story.Entities.Count; index++)
        {
            foreach (var form in story.Entities[index].Aliases.Prepend(story.Entities[index].Name))
            {
                var entities = forms.TryGetValue(NameKey.Of(form), out var known) ? known : forms[NameKey.Of(form)] = [];
                entities.Add(index);
            }
        }

        _byForm = forms.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _kinds = [.. story.Entities.Select(entity => entity.Kind)];
        _personParts = story.Entities.Where(entity => entity.Kind == "person")
            .SelectMany(entity => NameKey.Of(entity.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The entities that are spelt so, by their place in the story; empty when there is none.</summary>
    public IReadOnlyList<int> Find(string key) => _byForm.TryGetValue(key, out var entities) ? entities : [];

    /// <summary>Whether the word is a part of a person's name.</summary>
    public bool IsPersonPart(string word) => _personParts.Contains(word);

    /// <summary>Whether two keys spell the same entity.</summary>
    public bool AreSame(string left, string right) => left == right || Find(left).Intersect(Find(right)).Any();

    /// <summary>
    /// Whether one name could be mistaken for the other: two different entities of one kind, or two longer names of
    /// which the story knows neither.
    /// </summary>
    public bool AreRivals(string left, string right)
    {
        // A short unknown name is an abbreviation that could belong to anything.
        const int ShortestUnknown = 7;
        var first = Find(left);
        var second = Find(right);
        if (first.Count == 0 && second.Count == 0)
        {
            return left.Length >= ShortestUnknown && right.Length >= ShortestUnknown
                && !left.Contains(right, StringComparison.Ordinal) && !right.Contains(left, StringComparison.Ordinal);
        }

        return first.Count > 0 && second.Count > 0 && !first.Intersect(second).Any() && first.Any(one => second.Any(other => _kinds[one] == _kinds[other]));
    }

    /// <summary>Whether two entities, by their places in the story, are of one kind.</summary>
    public bool AreOfOneKind(int left, int right) => _kinds[left] == _kinds[right];

    /// <summary>The entities that the key spells somewhere.</summary>
    public HashSet<int> In(string key)
    {
        var found = new HashSet<int>();
        AddFrom(key, found);
        return found;
    }

    /// <summary>The entities that any of the keys spells somewhere.</summary>
    public FrozenSet<int> In(IEnumerable<string> keys)
    {
        var found = new HashSet<int>();
        foreach (var key in keys)
        {
            AddFrom(key, found);
        }

        return found.ToFrozenSet();
    }

    /// <summary>Whether the key holds the name, in this or another spelling of the same entity.</summary>
    public bool Holds(string key, string name)
    {
        if (key.Contains(name, StringComparison.Ordinal))
        {
            return true;
        }

        var wanted = Find(name);
        if (wanted.Count == 0)
        {
            return false;
        }

        var found = new HashSet<int>();
        AddFrom(key, found);
        return wanted.Any(found.Contains);
    }

    // Every run of up to six words is looked up: linear in the text, whatever the number of entities.
    private void AddFrom(string key, HashSet<int> found)
    {
        const int LongestName = 6;
        var lookup = _byForm.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < key.Length - 1; start = key.IndexOf(' ', start + 1))
        {
            var end = start;
            for (var words = 0; words < LongestName && end < key.Length - 1; words++)
            {
                end = key.IndexOf(' ', end + 1);
                if (lookup.TryGetValue(key.AsSpan(start, end - start + 1), out var entities))
                {
                    found.UnionWith(entities);
                }
            }
        }
    }
}
