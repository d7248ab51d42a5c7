namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>The id of a story: the name of its folder under the knowledge folder. Never empty.</summary>
public readonly record struct StoryId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
