namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>What a reader may see: the present moment, a clearance for embargoed records, and a past moment to answer from.</summary>
/// <param name="Now">The present moment: embargoes before it have ended.</param>
/// <param name="IsCleared">Whether embargoed records may be seen before their time.</param>
/// <param name="AsOf">When set, only what was dated by then is seen.</param>
public readonly record struct ReaderScope(DateTimeOffset Now, bool IsCleared = false, DateTimeOffset? AsOf = null)
{
    /// <summary>
    /// Whether the reader may see the record at all. A draft is never seen; a retracted record is, so that it can be
    /// called retracted.
    /// </summary>
    public bool Sees(KnowledgeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Review != ReviewState.Draft
            && (IsCleared || record.Embargo is not { } embargo || embargo <= Now)
            && (AsOf is not { } asOf || record.Date is not { } date || date.Start <= asOf);
    }
}
