using System.Collections.Frozen;

namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>Passages held in memory.</summary>
public sealed class InMemoryPassageCatalog(IEnumerable<Passage> passages) : PassageCatalog
{
    private readonly IReadOnlyList<Passage> _all = [.. passages];
    private FrozenDictionary<PassageId, Passage>? _byId;

    /// <inheritdoc/>
    public override int Count => _all.Count;

    /// <inheritdoc/>
    public override IEnumerable<Passage> All() => _all;

    /// <inheritdoc/>
    public override Passage? Find(PassageId id)
    {
        _byId ??= _all.ToFrozenDictionary(passage => passage.Id);
        return _byId.GetValueOrDefault(id);
    }
}
