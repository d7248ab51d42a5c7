using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>The full texts of a pack, and what of them does not belong to a source.</summary>
internal sealed class SourceTexts
{
    /// <summary>The paragraphs.</summary>
    public required PassageCatalog Passages { get; init; }

    /// <summary>A hash of all paragraphs with their ids, in order.</summary>
    public required string Digest { get; init; }

    /// <summary>The first and the last paragraph of each source that has a text.</summary>
    public required IReadOnlyDictionary<SourceId, ParagraphRange> Ranges { get; init; }

    /// <summary>The files whose source is not in <c>sources.yaml</c>.</summary>
    public required IReadOnlyList<string> Orphans { get; init; }

    /// <summary>The files that hold the text of a source for which there is another file.</summary>
    public required IReadOnlyList<string> Doubles { get; init; }
}
