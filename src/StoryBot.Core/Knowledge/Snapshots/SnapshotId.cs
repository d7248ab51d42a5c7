namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// A hash of everything that a story's files say (lower-case hexadecimal, 16 characters). Two snapshots with the same
/// id hold the same knowledge, whatever the machine or the line endings.
/// </summary>
public readonly record struct SnapshotId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
