namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>A numbered paragraph of a source's full text. Paragraphs count from 1.</summary>
public readonly record struct PassageId(SourceId Source, int Paragraph)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}#{Paragraph}";
}
