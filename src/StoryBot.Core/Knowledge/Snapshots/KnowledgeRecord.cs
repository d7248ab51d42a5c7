namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// A claim, a quotation or a figure, with its evidence. Evidence is never empty. Immutable.
/// </summary>
public abstract record KnowledgeRecord
{
    /// <summary>The record's id, unique in its story.</summary>
    public required RecordId Id { get; init; }

    /// <summary>Ids of the same thing in an outside list.</summary>
    public IReadOnlyList<string> Refs { get; init; } = [];

    /// <summary>When it was said or measured, where known.</summary>
    public StoryDate? Date { get; init; }

    /// <summary>
    /// For a later development that has no date of its own, when the first of its sources appeared; null for any other record. Set by the
    /// <see cref="KnowledgeSnapshot"/>; no part of the record's content.
    /// </summary>
    public StoryDate? KnownFrom { get; init; }

    /// <summary>Where its support stands; never empty.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>Where it stands with the curators.</summary>
    public ReviewState Review { get; init; } = ReviewState.Reviewed;

    /// <summary>Set when <see cref="Review"/> is <see cref="ReviewState.Retracted"/>.</summary>
    public Retraction? Retraction { get; init; }

    /// <summary>The instant before which the record does not exist for readers that are not cleared.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>The line of its file on which it starts, counted from 1.</summary>
    public int Line { get; init; }
}
