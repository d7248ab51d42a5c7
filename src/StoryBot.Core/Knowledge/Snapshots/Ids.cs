namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>The id of a story: the name of its folder under the knowledge folder. Never empty.</summary>
public readonly record struct StoryId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The id of a source inside one story. Never empty.</summary>
public readonly record struct SourceId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>
/// A hash of everything that a story's files say (lower-case hexadecimal, 16 characters). Two snapshots with the same
/// id hold the same knowledge, whatever the machine or the line endings.
/// </summary>
public readonly record struct SnapshotId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A numbered paragraph of a source's full text. Paragraphs count from 1.</summary>
public readonly record struct PassageId(SourceId Source, int Paragraph)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}#{Paragraph}";
}
