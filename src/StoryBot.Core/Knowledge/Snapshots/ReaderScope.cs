namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>What a reader may see: the present moment, a clearance for embargoed records, and a past moment to answer from.</summary>
/// <param name="Now">The present moment: embargoes before it have ended.</param>
/// <param name="IsCleared">Whether embargoed records may be seen before their time.</param>
/// <param name="AsOf">When set, only what was known by then is seen, as far as the dates of the records, and of the sources of later developments, tell.</param>
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
            && (AsOf is not { } asOf || (record.Date ?? record.KnownFrom) is not { } date || WasKnown(record, date, asOf));
    }

    /// <summary>Whether the source had appeared by the moment that the reader looks from; one without a date counts as there.</summary>
    public bool Sees(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return AsOf is not { } asOf || source.Published is not { } date || date.Start <= asOf;
    }

    // A close, a speech or a post of a day may come after any moment of it: what is dated to the day counts as known when the day is over, by
    // the clock that the moment is given in. Opening and intraday figures belong to the day itself; what is dated to a month or a year has no
    // better date than its start.
    private static bool WasKnown(KnowledgeRecord record, StoryDate date, DateTimeOffset asOf) =>
        date.Precision == DatePrecision.Day && record is not MarketFact { Basis: MarketBasis.Open or MarketBasis.Intraday }
            ? new DateTimeOffset(date.Day.AddDays(1).ToDateTime(TimeOnly.MinValue), asOf.Offset).AddTicks(-1) <= asOf
            : date.Start <= asOf;
}
