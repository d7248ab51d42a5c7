using System.Collections.Frozen;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Grounding;

/// <summary>What a record is about, in the form in which questions are compared with it. Immutable.</summary>
public sealed class RecordProfile
{
    private readonly FrozenSet<string> _stems;
    private readonly FrozenSet<int> _groups;
    private readonly FrozenSet<string> _entities;

    internal RecordProfile(KnowledgeRecord record, IEnumerable<string> stems, IEnumerable<string> entities)
    {
        Record = record;
        _stems = stems.ToFrozenSet(StringComparer.Ordinal);
        _groups = _stems.SelectMany(Thesaurus.GroupsOf).ToFrozenSet();
        _entities = entities.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The record.</summary>
    public KnowledgeRecord Record { get; }

    /// <summary>The different stems of its words.</summary>
    public IReadOnlyCollection<string> Stems => _stems;

    /// <summary>The names of the entities that it mentions.</summary>
    public IReadOnlyCollection<string> Entities => _entities;

    /// <summary>Whether it mentions the entity.</summary>
    public bool Mentions(string entity) => _entities.Contains(entity);

    /// <summary>How well it has the word: 1 for the word itself, less for one that people use for it, 0 for neither.</summary>
    public double Match(string stem)
    {
        if (_stems.Contains(stem))
        {
            return 1;
        }

        foreach (var group in Thesaurus.GroupsOf(stem))
        {
            if (_groups.Contains(group))
            {
                return 0.85;
            }
        }

        return 0;
    }
}
