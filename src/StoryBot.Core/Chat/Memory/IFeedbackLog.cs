using StoryBot.Core.Chat.Events;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>What readers found wrong, for the curators. Safe to share between threads.</summary>
public interface IFeedbackLog
{
    /// <summary>Keeps an entry.</summary>
    ValueTask AddAsync(FeedbackEntry entry, CancellationToken cancellationToken);

    /// <summary>The entries on a story, the newest first.</summary>
    ValueTask<IReadOnlyList<FeedbackEntry>> ListAsync(StoryId story, int most, CancellationToken cancellationToken);
}

/// <summary>What a reader found wrong with an answer. Immutable.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Story">Its story.</param>
/// <param name="Snapshot">The knowledge that it was verified against.</param>
/// <param name="Records">The records that it cited.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Note">What the reader added; may be empty.</param>
/// <param name="Conversation">Where.</param>
/// <param name="Person">Who.</param>
/// <param name="At">When.</param>
public sealed record FeedbackEntry(
    AnswerId Answer,
    StoryId Story,
    SnapshotId Snapshot,
    IReadOnlyList<RecordId> Records,
    FeedbackReason Reason,
    string Note,
    ConversationKey Conversation,
    ChatPerson Person,
    DateTimeOffset At);
