namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>What a snapshot holds, counted. Every kind is listed, those with none of it included. Immutable.</summary>
public sealed record KnowledgeStatistics
{
    /// <summary>The snapshot that was counted.</summary>
    public required SnapshotId Snapshot { get; init; }

    /// <summary>The story.</summary>
    public required Story Story { get; init; }

    /// <summary>The records by kind.</summary>
    public required IReadOnlyDictionary<RecordKind, int> Records { get; init; }

    /// <summary>The claims by status.</summary>
    public required IReadOnlyDictionary<ClaimStatus, int> Claims { get; init; }

    /// <summary>The records by review.</summary>
    public required IReadOnlyDictionary<ReviewState, int> Reviews { get; init; }

    /// <summary>The sources by grade.</summary>
    public required IReadOnlyDictionary<SourceGrade, int> Sources { get; init; }

    /// <summary>How many sources say where they can be read.</summary>
    public required int SourcesWithAddress { get; init; }

    /// <summary>How many sources are not to be quoted.</summary>
    public required int SourcesNotQuoted { get; init; }

    /// <summary>How many records are under an embargo, ended or not.</summary>
    public required int Embargoed { get; init; }

    /// <summary>How many claims were superseded.</summary>
    public required int Superseded { get; init; }

    /// <summary>How many claims somebody disputes.</summary>
    public required int DisputedBySomebody { get; init; }

    /// <summary>How many pieces of evidence there are, disputes included.</summary>
    public required int Evidence { get; init; }

    /// <summary>How many paragraphs of full text there are.</summary>
    public required int Passages { get; init; }

    /// <summary>The earliest and the latest date of a record; null where none is dated.</summary>
    public required (StoryDate First, StoryDate Last)? Dates { get; init; }

    /// <summary>Counts a snapshot.</summary>
    public static KnowledgeStatistics Of(KnowledgeSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var dates = snapshot.Records.Select(record => record.Date).OfType<StoryDate>().ToList();
        return new KnowledgeStatistics
        {
            Snapshot = snapshot.Id,
            Story = snapshot.Story,
            Records = Count(snapshot.Records.Select(record => record.Id.Kind)),
            Claims = Count(snapshot.Claims.Select(claim => claim.Status)),
            Reviews = Count(snapshot.Records.Select(record => record.Review)),
            Sources = Count(snapshot.Sources.Select(source => source.Grade)),
            SourcesWithAddress = snapshot.Sources.Count(source => source.Url is not null),
            SourcesNotQuoted = snapshot.Sources.Count(source => source.WordingUnreliable),
            Embargoed = snapshot.Records.Count(record => record.Embargo is not null),
            Superseded = snapshot.Claims.Count(claim => claim.SupersededBy is not null),
            DisputedBySomebody = snapshot.Claims.Count(claim => claim.Disputes.Count > 0),
            Evidence = snapshot.Records.Sum(record => record.Evidence.Count) + snapshot.Claims.Sum(claim => claim.Disputes.Count),
            Passages = snapshot.Passages.Count,
            Dates = dates.Count == 0 ? null : (dates.Min(), dates.Max()),
        };
    }

    private static SortedDictionary<T, int> Count<T>(IEnumerable<T> values)
        where T : struct, Enum
    {
        var counts = values.CountBy(value => value).ToDictionary();
        return new SortedDictionary<T, int>(Enum.GetValues<T>().ToDictionary(value => value, value => counts.GetValueOrDefault(value)));
    }
}
