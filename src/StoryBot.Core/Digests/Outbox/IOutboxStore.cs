namespace StoryBot.Core.Digests.Outbox;

/// <summary>Where the outbox is kept, shared by every replica. Safe to share between threads and, where it is a database, between processes.</summary>
public interface IOutboxStore
{
    /// <summary>Stores a new entry; false when its key is known.</summary>
    ValueTask<bool> AddAsync(OutboxEntry entry, CancellationToken cancellationToken);

    /// <summary>
    /// Takes entries whose time has come and marks them <see cref="OutboxState.Sending"/>, an attempt more counted: of each lane at most the
    /// oldest unfinished one, and none that another replica is sending. An entry whose replica died is taken again.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    ValueTask<IReadOnlyList<OutboxEntry>> ClaimAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Whether this replica still has an entry that it claimed: false when another took it over, because this one gave no sign of life. With
    /// the store away nobody can take it over, and it still has it.
    /// </summary>
    ValueTask<bool> StillHasAsync(string key, CancellationToken cancellationToken);

    /// <summary>Notes that the platform has it.</summary>
    ValueTask PostedAsync(string key, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Puts an entry back, to be tried again, if this replica still has it.</summary>
    ValueTask RetryAsync(string key, DateTimeOffset nextAttempt, string? problem, CancellationToken cancellationToken);

    /// <summary>Gives an entry up, if this replica still has it.</summary>
    ValueTask ParkAsync(string key, string problem, CancellationToken cancellationToken);

    /// <summary>The entries in a state, the oldest first.</summary>
    ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxState state, int most, CancellationToken cancellationToken);
}
