using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Changes;

/// <summary>A record that changed in substance. Immutable.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The record as it was; null exactly when it is new.</param>
/// <param name="After">The record as it is; null exactly when it was removed.</param>
/// <param name="Fields">The names of the fields that changed, as the knowledge files call them; empty unless it is changed.</param>
public sealed record RecordChange(ChangeKind Kind, KnowledgeRecord? Before, KnowledgeRecord? After, IReadOnlyList<string> Fields)
{
    /// <summary>The record's id.</summary>
    public RecordId Id => (After ?? Before)!.Id;
}
