namespace StoryBot.Storage.Model;

// One class per table; what a column means stands at the Core type that it is written from. Moments are UTC ticks in the database, so that
// both databases compare them.

/// <summary>An event that was taken in.</summary>
internal sealed class EventRow
{
    public required string Platform { get; set; }

    public required string EventId { get; set; }

    public required string Person { get; set; }

    /// <summary>The replica that answers it.</summary>
    public required string Owner { get; set; }

    /// <summary>The event as JSON; null from its end on.</summary>
    public string? Content { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>An answer that was given.</summary>
internal sealed class AnswerRow
{
    public required string Id { get; set; }

    public required string Platform { get; set; }

    public required string Workspace { get; set; }

    public required string Channel { get; set; }

    public string? Thread { get; set; }

    public bool IsDirect { get; set; }

    public required string Person { get; set; }

    /// <summary>The address as JSON.</summary>
    public required string SentTo { get; set; }

    /// <summary>The same for every answer that stands in one place and is seen by the same people.</summary>
    public required string Place { get; set; }

    public bool IsForAsker { get; set; }

    public required string Story { get; set; }

    public required string Snapshot { get; set; }

    public string? Asked { get; set; }

    /// <summary>The words of the question, folded: what counts as the same question.</summary>
    public string? AskedWords { get; set; }

    public required string Content { get; set; }

    public required string Suggestions { get; set; }

    public DateTimeOffset At { get; set; }

    public List<CitationRow> Citations { get; } = [];
}

/// <summary>A record that an answer cited.</summary>
internal sealed class CitationRow
{
    public required string AnswerId { get; set; }

    public required string Story { get; set; }

    public required string Record { get; set; }

    public required string Hash { get; set; }

    /// <summary>The answer's, so that the index has it.</summary>
    public required string Place { get; set; }
}

/// <summary>A question of a conversation.</summary>
internal sealed class TurnRow
{
    public required string Id { get; set; }

    public required string Conversation { get; set; }

    public required string Story { get; set; }

    public required string Platform { get; set; }

    public required string Person { get; set; }

    public required string Question { get; set; }

    /// <summary>The ids of the records that were cited, between spaces.</summary>
    public required string Cited { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>What a reader found wrong.</summary>
internal sealed class FeedbackRow
{
    public long Id { get; set; }

    public required string AnswerId { get; set; }

    public required string Story { get; set; }

    public required string Snapshot { get; set; }

    /// <summary>The ids of the records, between spaces.</summary>
    public required string Records { get; set; }

    public required string Reason { get; set; }

    public required string Note { get; set; }

    public required string Platform { get; set; }

    public required string Workspace { get; set; }

    public required string Channel { get; set; }

    public string? Thread { get; set; }

    public bool IsDirect { get; set; }

    public required string Person { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>Somebody's question that was not answered; together those with the same words are a gap.</summary>
internal sealed class GapRow
{
    public long Id { get; set; }

    public required string Story { get; set; }

    public required string Words { get; set; }

    public required string Question { get; set; }

    public bool IsPrivate { get; set; }

    public required string Platform { get; set; }

    public required string Person { get; set; }

    /// <summary>The address as JSON.</summary>
    public required string ReplyTo { get; set; }

    public bool IsForAsker { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>A state of the knowledge.</summary>
internal sealed class SnapshotRow
{
    public required string Story { get; set; }

    public required string Id { get; set; }

    /// <summary>The snapshot as JSON, compressed.</summary>
    public required byte[] Content { get; set; }

    public DateTimeOffset KeptAt { get; set; }

    /// <summary>Counts up each time that the changes up to this snapshot are told; null before.</summary>
    public long? ToldOrder { get; set; }
}

/// <summary>A channel's subscription to digests of a story.</summary>
internal sealed class SubscriptionRow
{
    public required string Id { get; set; }

    public required string Platform { get; set; }

    public required string Workspace { get; set; }

    public required string Channel { get; set; }

    public bool IsDirect { get; set; }

    /// <summary>The address as JSON.</summary>
    public required string SendTo { get; set; }

    public required string Story { get; set; }

    public required string Cron { get; set; }

    public required string Zone { get; set; }

    public required string InWords { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public bool IsPaused { get; set; }

    public bool PostsWhenEmpty { get; set; }

    public string? LastSnapshot { get; set; }

    public DateTimeOffset? LastAt { get; set; }

    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }
}

/// <summary>An entry of the outbox.</summary>
internal sealed class OutboxRow
{
    /// <summary>The order in which entries were made.</summary>
    public long Sequence { get; set; }

    public required string Key { get; set; }

    public required string Kind { get; set; }

    public required string Lane { get; set; }

    /// <summary>The address as JSON.</summary>
    public required string SendTo { get; set; }

    /// <summary>The hash of what it says: many channels get the same digest.</summary>
    public required string ContentHash { get; set; }

    public int State { get; set; }

    /// <summary>The replica that is sending it.</summary>
    public string? Owner { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttempt { get; set; }

    public string? Problem { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? PostedAt { get; set; }
}

/// <summary>What entries of the outbox say.</summary>
internal sealed class OutboxContentRow
{
    public required string Hash { get; set; }

    public required string Content { get; set; }
}

/// <summary>A process that works on this store.</summary>
internal sealed class ReplicaRow
{
    public required string Id { get; set; }

    /// <summary>Counts up as long as the process lives; compared with what it was, never with a clock.</summary>
    public long Beat { get; set; }
}

/// <summary>The story that a channel was turned to.</summary>
internal sealed class ChannelStoryRow
{
    public required string Platform { get; set; }

    public required string Workspace { get; set; }

    public required string Channel { get; set; }

    public required string Story { get; set; }
}
