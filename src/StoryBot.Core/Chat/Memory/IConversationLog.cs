using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>
/// What was asked in each conversation, beyond one process, so that a follow-up is understood after a restart or on another replica. Where
/// there is none, conversations last as long as the process. Safe to share between threads.
/// </summary>
public interface IConversationLog
{
    /// <summary>The newest turns of a conversation, the oldest of them first.</summary>
    /// <param name="conversation">Its key, as <see cref="ConversationMemory"/> makes it.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    ValueTask<IReadOnlyList<LoggedTurn>> ReadAsync(string conversation, int most, CancellationToken cancellationToken);

    /// <summary>Adds a turn.</summary>
    ValueTask AddAsync(string conversation, LoggedTurn turn, CancellationToken cancellationToken);

    /// <summary>Forgets a conversation.</summary>
    ValueTask RemoveAsync(string conversation, CancellationToken cancellationToken);
}

/// <summary>A question of a conversation, as it is kept. Immutable.</summary>
/// <param name="Id">Unique, in the order of time.</param>
/// <param name="Story">The story that it was about.</param>
/// <param name="Platform">The platform.</param>
/// <param name="Person">Who asked.</param>
/// <param name="Question">The asker's words.</param>
/// <param name="Cited">The records that the answer cited.</param>
/// <param name="At">When.</param>
public sealed record LoggedTurn(string Id, StoryId Story, PlatformId Platform, string Person, string Question, IReadOnlyList<RecordId> Cited, DateTimeOffset At);
