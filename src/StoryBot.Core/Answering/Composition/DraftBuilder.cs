using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Collects the sentences of one draft; the same words are never said twice. For one thread at a time.</summary>
public sealed class DraftBuilder
{
    private readonly List<DraftSentence> _sentences = [];
    private readonly HashSet<string> _said = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<RecordId> _records = [];

    /// <summary>How many sentences there are.</summary>
    public int Count => _sentences.Count;

    /// <summary>How many sentences there may be; what comes after them is left out.</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>Adds a sentence unless it was said already or there is no room.</summary>
    public void Add(string text, IReadOnlyList<CitedSupport> support, SentenceLayout layout = SentenceLayout.Prose)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(support);
        if (_sentences.Count < Limit && _said.Add(text))
        {
            _sentences.Add(new DraftSentence(text, support, layout));
        }
    }

    /// <summary>Marks the record as told; false when it was before.</summary>
    public bool Begin(KnowledgeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _records.Add(record.Id);
    }

    /// <summary>Marks the id as told; false when it was before.</summary>
    public bool TryTell(RecordId id) => _records.Add(id);

    /// <summary>The draft so far.</summary>
    public DraftAnswer Build() => new([.. _sentences]);
}
