using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Changes;

/// <summary>Tells what changed in substance between two states of the knowledge, as a reader sees them.</summary>
public static class SnapshotDiff
{
    /// <summary>The changes in the order of the newer files, what was removed last.</summary>
    /// <param name="before">The older snapshot; it may be the same as <paramref name="after"/>, seen at another moment.</param>
    /// <param name="seenBefore">What the reader saw of it.</param>
    /// <param name="after">The newer snapshot.</param>
    /// <param name="seenAfter">What the reader sees of it.</param>
    public static IReadOnlyList<RecordChange> Between(KnowledgeSnapshot before, ReaderScope seenBefore, KnowledgeSnapshot after, ReaderScope seenAfter)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<RecordChange>();
        foreach (var record in after.Records.Where(seenAfter.Sees))
        {
            var old = before.Find(record.Id) is { } known && seenBefore.Sees(known) && !IsRetracted(known, seenBefore) ? known : null;
            if (Compare(old, record, seenAfter) is { } change)
            {
                changes.Add(change);
            }
        }

        changes.AddRange(before.Records
            .Where(record => seenBefore.Sees(record) && record.Review == ReviewState.Reviewed && !(after.Find(record.Id) is { } now && seenAfter.Sees(now)))
            .Select(record => new RecordChange(ChangeKind.Removed, record, null, [])));
        return changes;
    }

    private static RecordChange? Compare(KnowledgeRecord? old, KnowledgeRecord now, ReaderScope seenAfter)
    {
        if (IsRetracted(now, seenAfter))
        {
            return old is null ? null : new RecordChange(ChangeKind.Retracted, old, now, []);
        }

        if (old is null)
        {
            return now.Review == ReviewState.Reviewed ? new RecordChange(ChangeKind.New, null, now, []) : null;
        }

        var fields = RecordSubstance.Differences(old, now);
        return fields.Count == 0 ? null : new RecordChange(ChangeKind.Changed, old, now, fields);
    }

    // Seen as of an earlier moment, a record that was taken back later still stood.
    private static bool IsRetracted(KnowledgeRecord record, ReaderScope scope) =>
        record.Review == ReviewState.Retracted && !(scope.AsOf is { } then && record.Retraction?.On is { } on && on.Start > then);
}
