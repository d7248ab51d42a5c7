namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>The id of a source inside one story. Never empty.</summary>
public readonly record struct SourceId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
