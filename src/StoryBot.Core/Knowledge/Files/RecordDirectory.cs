using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// The ids of all records of a pack, known before the records are read, because one record may name another that stands
/// further down or in another file.
/// </summary>
internal sealed class RecordDirectory
{
    private readonly HashSet<RecordId> _ids = [];

    /// <summary>Takes the ids of a file's entries.</summary>
    public void Add(RecordKind kind, IEnumerable<YamlMap> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Find("id") is YamlScalar { IsNull: false } id)
            {
                _ids.Add(new RecordId(kind, id.Text.Trim()));
            }
        }
    }

    /// <summary>
    /// The record that a reference names: <c>claims/x</c>, <c>quotes/x</c> and <c>market/x</c> name it in full, a bare
    /// id is looked for among the claims, then the quotes, then the market facts. What is found nowhere is taken for a
    /// claim, so that the finding can name it.
    /// </summary>
    public RecordId Resolve(string reference)
    {
        if (RecordId.TryParse(reference, out var full) && _ids.Contains(full))
        {
            return full;
        }

        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var id = new RecordId(kind, reference);
            if (_ids.Contains(id))
            {
                return id;
            }
        }

        return RecordId.TryParse(reference, out full) ? full : new RecordId(RecordKind.Claim, reference);
    }

    /// <summary>Whether there is such a record, readable or not.</summary>
    public bool Contains(RecordId id) => _ids.Contains(id);

    /// <summary>Every id.</summary>
    public IEnumerable<RecordId> All => _ids;
}
