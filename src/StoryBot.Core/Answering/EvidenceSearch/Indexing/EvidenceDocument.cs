using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>A record or passage as it is indexed: its texts by field, the entities it is about, and who may see it.</summary>
internal sealed class EvidenceDocument
{
    /// <summary>The record's place in the snapshot, or -1 for a passage.</summary>
    public int Record { get; init; } = -1;

    /// <summary>The passage's source's place in the snapshot, or -1 for a record.</summary>
    public int Source { get; init; } = -1;

    /// <summary>The passage's paragraph.</summary>
    public int Paragraph { get; init; }

    /// <summary>When it was said, measured or published.</summary>
    public StoryDate? Date { get; init; }

    /// <summary>The instant before which it does not exist for readers that are not cleared.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>The texts.</summary>
    public List<(DocumentField Field, string Text)> Texts { get; } = [];

    /// <summary>The places, in the story's list, of the entities that its fields name.</summary>
    public List<int> Entities { get; } = [];

    /// <summary>Its main text with the names and topics that belong to it.</summary>
    public string MainText => string.Join(". ", Texts.Where(text => text.Field is not (DocumentField.Roles or DocumentField.Evidence)).Select(text => text.Text));

    /// <summary>Adds a text, unless it is empty.</summary>
    public void Add(DocumentField field, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Texts.Add((field, text));
        }
    }
}
