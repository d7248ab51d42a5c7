using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>
/// The evidence that one answer may cite, numbered from 1 in the order in which it was found. A draft cites by these
/// numbers; a number that is not here cites nothing. For one answer, on one thread at a time.
/// </summary>
public sealed class CitationLedger
{
    private readonly List<CitedSupport> _entries = [];
    private readonly Dictionary<(RecordId?, int, PassageId?), int> _numbers = [];

    /// <summary>The entries; the first has number 1.</summary>
    public IReadOnlyList<CitedSupport> Entries => _entries;

    /// <summary>The number of the support, added when it is new.</summary>
    public int NumberOf(CitedSupport support)
    {
        ArgumentNullException.ThrowIfNull(support);
        var key = (support.Record?.Id, support.EvidenceIndex, support.Passage?.Id);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _entries.Add(support);
            number = _entries.Count;
            _numbers.Add(key, number);
        }

        return number;
    }

    /// <summary>The support with this number, or null.</summary>
    public CitedSupport? Find(int number) => number >= 1 && number <= _entries.Count ? _entries[number - 1] : null;
}
