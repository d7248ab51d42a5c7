using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Digests.Outbox;

/// <summary>A post as it is stored. Immutable.</summary>
/// <param name="Key">The post's key; unique.</param>
/// <param name="Kind">What it is.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Content">What it says, as <see cref="Chat.Replies.Archive.ReplyArchive"/> writes it.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record OutboxEntry(string Key, PostKind Kind, ReplyAddress To, string Content, DateTimeOffset CreatedAt)
{
    /// <summary>How often sending it was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>Not to be sent before this moment.</summary>
    public DateTimeOffset NextAttempt { get; init; } = CreatedAt;

    /// <summary>How far it is.</summary>
    public OutboxState State { get; init; } = OutboxState.Pending;

    /// <summary>Why the last attempt failed, for an operator; null when none did.</summary>
    public string? Problem { get; init; }

    /// <summary>What is posted in order: everything for one channel, its threads included.</summary>
    public string Lane => $"{To.Platform}/{To.Workspace}/{To.Channel}";
}

/// <summary>How far a post is.</summary>
public enum OutboxState
{
    /// <summary>It waits for its time, or for those before it in its lane.</summary>
    Pending,

    /// <summary>A replica is sending it.</summary>
    Sending,

    /// <summary>The platform has it.</summary>
    Posted,

    /// <summary>It could not be posted and is not tried again; it holds nothing up.</summary>
    Failed,
}
