using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>
/// The answers that were given, beyond one process: for buttons that are pressed later or elsewhere, and for corrections. Safe to share
/// between threads.
/// </summary>
public interface IAnswerLog
{
    /// <summary>
    /// Whether what people wrote may be kept. Where it may not, an answer is handed in without its question and without the bot's own words,
    /// which may repeat it: what it said of the knowledge is left.
    /// </summary>
    bool KeepsQuestions { get; }

    /// <summary>Keeps an answer.</summary>
    ValueTask AddAsync(LoggedAnswer answer, CancellationToken cancellationToken);

    /// <summary>The answer; null when there is none, or it was given too long ago.</summary>
    ValueTask<LoggedAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken);

    /// <summary>The answers that cite a record as it does not read any more, the newest first: each place where one stands once.</summary>
    /// <param name="story">The story.</param>
    /// <param name="record">The record.</param>
    /// <param name="hash">What it reads like now: answers that cite it so need no correction.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    ValueTask<IReadOnlyList<CitingAnswer>> FindCitingAsync(StoryId story, RecordId record, string hash, int most, CancellationToken cancellationToken);

    /// <summary>Notes that whoever saw those answers was told how the record reads now.</summary>
    ValueTask CorrectedAsync(StoryId story, RecordId record, string hash, CancellationToken cancellationToken);
}

/// <summary>An answer as it is kept. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Conversation">Where it was given.</param>
/// <param name="Person">Who asked.</param>
/// <param name="To">Where it was sent, without a token.</param>
/// <param name="Audience">Who saw it: what is said in a direct conversation only the asker sees.</param>
/// <param name="Story">The story.</param>
/// <param name="Snapshot">The knowledge that it was verified against.</param>
/// <param name="Asked">What was asked; null where questions are not kept.</param>
/// <param name="Content">What it said, as <see cref="Replies.Archive.ReplyArchive"/> writes it.</param>
/// <param name="Suggestions">The questions that it suggested.</param>
/// <param name="Cited">The records that it cited, each once, with what they read like then.</param>
/// <param name="At">When.</param>
public sealed record LoggedAnswer(
    AnswerId Id,
    ConversationKey Conversation,
    string Person,
    ReplyAddress To,
    ReplyAudience Audience,
    StoryId Story,
    SnapshotId Snapshot,
    string? Asked,
    string Content,
    IReadOnlyList<string> Suggestions,
    IReadOnlyList<CitedRecord> Cited,
    DateTimeOffset At);

/// <summary>A record that an answer cited.</summary>
/// <param name="Record">The record.</param>
/// <param name="Hash">What it read like: see <see cref="Knowledge.Changes.RecordSubstance.HashOf"/>.</param>
public sealed record CitedRecord(RecordId Record, string Hash);

/// <summary>An answer that cites a record as it does not read any more. Immutable.</summary>
/// <param name="Id">The answer.</param>
/// <param name="To">Where it stands.</param>
/// <param name="Audience">Who saw it.</param>
/// <param name="Snapshot">The knowledge that it was verified against.</param>
/// <param name="At">When it was given.</param>
public sealed record CitingAnswer(AnswerId Id, ReplyAddress To, ReplyAudience Audience, SnapshotId Snapshot, DateTimeOffset At);
