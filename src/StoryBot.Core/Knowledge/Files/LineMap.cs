namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// Where the parts of a pack stand in its files. The parts themselves say what the knowledge is; where it was written
/// only matters to whoever mends it.
/// </summary>
internal sealed class LineMap
{
    private readonly Dictionary<object, (string Path, int Line)> _parts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(object Part, string Key), int> _keys = new(new PartKeyComparer());

    /// <summary>Notes where a part starts.</summary>
    public void Mark(object part, string path, int line) => _parts[part] = (path, line);

    /// <summary>Notes where the value of a part's key stands.</summary>
    public void MarkKey(object part, string key, int line) => _keys[(part, key)] = line;

    /// <summary>The file and line of a part.</summary>
    public (string Path, int Line) Of(object part) => _parts.GetValueOrDefault(part, (string.Empty, 0));

    /// <summary>The file and line of a part's key, or of the part where the key's place was not noted.</summary>
    public (string Path, int Line) Of(object part, string key)
    {
        var place = Of(part);
        return _keys.TryGetValue((part, key), out var line) ? place with { Line = line } : place;
    }

    private sealed class PartKeyComparer : IEqualityComparer<(object Part, string Key)>
    {
        public bool Equals((object Part, string Key) x, (object Part, string Key) y) =>
            ReferenceEquals(x.Part, y.Part) && x.Key == y.Key;

        public int GetHashCode((object Part, string Key) obj) =>
            HashCode.Combine(ReferenceEqualityComparer.Instance.GetHashCode(obj.Part), obj.Key);
    }
}
