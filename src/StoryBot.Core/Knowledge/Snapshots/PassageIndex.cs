using System.Collections.Frozen;

namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// Where each passage stands in a file of passages: about 8 bytes for a passage and 16 for a source beside its id.
/// Immutable.
/// </summary>
internal sealed class PassageIndex
{
    private readonly SourceId[] _sources;
    private readonly int[] _firstNumbers;
    private readonly int[] _starts;
    private readonly long[] _offsets;
    private readonly FrozenDictionary<SourceId, int> _positions;

    private PassageIndex(SourceId[] sources, int[] firstNumbers, int[] starts, long[] offsets)
    {
        _sources = sources;
        _firstNumbers = firstNumbers;
        _starts = starts;
        _offsets = offsets;
        _positions = sources.Select((source, i) => KeyValuePair.Create(source, i)).ToFrozenDictionary();
    }

    /// <summary>How many passages there are.</summary>
    public int Count => _offsets.Length - 1;

    /// <summary>The size of the file.</summary>
    public long Length => _offsets[^1];

    /// <summary>The ids in order, each with its place in the file.</summary>
    public IEnumerable<(PassageId Id, long Offset, int Length)> All()
    {
        for (var source = 0; source < _sources.Length; source++)
        {
            for (var at = _starts[source]; at < _starts[source + 1]; at++)
            {
                var id = new PassageId(_sources[source], _firstNumbers[source] + at - _starts[source]);
                yield return (id, _offsets[at], (int)(_offsets[at + 1] - _offsets[at]));
            }
        }
    }

    /// <summary>The place of a passage, or null.</summary>
    public (long Offset, int Length)? Find(PassageId id)
    {
        if (!_positions.TryGetValue(id.Source, out var source))
        {
            return null;
        }

        var at = (long)_starts[source] + id.Paragraph - _firstNumbers[source];
        return at >= _starts[source] && at < _starts[source + 1]
            ? (_offsets[at], (int)(_offsets[at + 1] - _offsets[at]))
            : null;
    }

    /// <summary>The sources in order, each with the number of its first paragraph and how many it has.</summary>
    public IEnumerable<(SourceId Source, int First, int Count)> Sources() =>
        _sources.Select((source, i) => (source, _firstNumbers[i], _starts[i + 1] - _starts[i]));

    /// <summary>The length of each passage in bytes, in order.</summary>
    public IEnumerable<int> Lengths()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return (int)(_offsets[i + 1] - _offsets[i]);
        }
    }

    /// <summary>Collects the places in order.</summary>
    internal sealed class Builder
    {
        private readonly List<SourceId> _sources = [];
        private readonly List<int> _firstNumbers = [];
        private readonly List<int> _starts = [];
        private readonly List<long> _offsets = [0];

        /// <summary>The passages that follow belong to this source.</summary>
        public void StartSource(SourceId source, int firstNumber)
        {
            _sources.Add(source);
            _firstNumbers.Add(firstNumber);
            _starts.Add(_offsets.Count - 1);
        }

        /// <summary>The next passage has this many bytes.</summary>
        public void AddPassage(int length) => _offsets.Add(_offsets[^1] + length);

        /// <summary>The index of all that was added.</summary>
        public PassageIndex Build() => new([.. _sources], [.. _firstNumbers], [.. _starts, _offsets.Count - 1], [.. _offsets]);
    }
}
