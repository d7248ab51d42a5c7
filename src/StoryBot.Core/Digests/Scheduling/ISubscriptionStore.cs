using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>
/// The subscriptions to digests, shared by all replicas. A claim keeps an occurrence from the other replicas for <see cref="ClaimLifetime"/>;
/// it ends by itself when the replica that holds it stops or dies. Safe to share between threads.
/// </summary>
public interface ISubscriptionStore
{
    /// <summary>
    /// How long a claim lasts: longer than a batch takes, with the clocks of two replicas apart by more than a minute.
    /// </summary>
    static readonly TimeSpan ClaimLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Adds a subscription in the place of the one with the same id, if any. That one's <see cref="DigestSubscription.LastSnapshot"/> and
    /// <see cref="DigestSubscription.LastAt"/> are kept, so that another schedule does not begin with an overview again; its claim ends.
    /// </summary>
    /// <returns>The subscription as it now stands.</returns>
    ValueTask<DigestSubscription> AddAsync(DigestSubscription subscription, CancellationToken cancellationToken);

    /// <summary>Takes a subscription away; false when there is none such.</summary>
    ValueTask<bool> RemoveAsync(SubscriptionId id, CancellationToken cancellationToken);

    /// <summary>The subscriptions of a channel, in order of their stories' ids.</summary>
    /// <param name="channel">The channel; its thread and whether it is direct do not count.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    ValueTask<IReadOnlyList<DigestSubscription>> ListAsync(ConversationKey channel, CancellationToken cancellationToken);

    /// <summary>The subscription with this id, or null.</summary>
    ValueTask<DigestSubscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken);

    /// <summary>Lets a subscription rest; false when there is none such.</summary>
    ValueTask<bool> PauseAsync(SubscriptionId id, CancellationToken cancellationToken);

    /// <summary>Ends a rest; what would have come meanwhile does not come. False when there is none such.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="nextAt">What <see cref="DigestSubscription.NextAt"/> becomes.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    ValueTask<bool> ResumeAsync(SubscriptionId id, DateTimeOffset? nextAt, CancellationToken cancellationToken);

    /// <summary>
    /// Claims what is due: <see cref="DigestSubscription.NextAt"/> at or before the moment, not paused, and without a claim that still
    /// lasts at that moment. The longest due come first. Two callers never get the same occurrence while a claim lasts.
    /// </summary>
    /// <param name="now">The moment, by the caller's clock; the claim lasts until <see cref="ClaimLifetime"/> after it.</param>
    /// <param name="most">How many at the most; at least 1.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    ValueTask<IReadOnlyList<DigestSubscription>> ClaimDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Moves subscriptions on to their next occurrences and ends their claims, each exactly when its <see cref="DigestSubscription.NextAt"/>
    /// still is <see cref="DigestRun.DueAt"/>: an occurrence is dealt with once, whoever else thought to have it. The digest of each that
    /// is moved on goes into the outbox with it, whole or not at all where the store has transactions, so that a crash neither loses nor
    /// doubles one; an entry whose key the outbox knows is left as it is.
    /// </summary>
    /// <returns>The subscriptions that were moved on.</returns>
    ValueTask<IReadOnlyList<SubscriptionId>> AdvanceAsync(IReadOnlyList<DigestRun> runs, CancellationToken cancellationToken);

    /// <summary>Gives claims back before their time, each exactly when the subscription's next occurrence still is the one that was claimed.</summary>
    /// <param name="claimed">What <see cref="ClaimDueAsync"/> gave.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    ValueTask ReleaseAsync(IReadOnlyList<DigestSubscription> claimed, CancellationToken cancellationToken);
}
