using StoryBot.Core.Chat.Events;
using StoryBot.Core.Digests.Outbox;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>The subscriptions of one process, for as long as it runs.</summary>
internal sealed class MemorySubscriptionStore(IOutboxStore outbox) : ISubscriptionStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SubscriptionId, (DigestSubscription Subscription, DateTimeOffset? ClaimedUntil)> _subscriptions = [];

    /// <inheritdoc/>
    public ValueTask<DigestSubscription> AddAsync(DigestSubscription subscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        lock (_lock)
        {
            var added = _subscriptions.TryGetValue(subscription.Id, out var old)
                ? subscription with { LastSnapshot = old.Subscription.LastSnapshot, LastAt = old.Subscription.LastAt }
                : subscription;
            _subscriptions[added.Id] = (added, null);
            return ValueTask.FromResult(added);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_subscriptions.Remove(id));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DigestSubscription>> ListAsync(ConversationKey channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<DigestSubscription>>([.. _subscriptions.Values
                .Select(entry => entry.Subscription)
                .Where(entry => (entry.Channel.Platform, entry.Channel.Workspace, entry.Channel.Channel) == (channel.Platform, channel.Workspace, channel.Channel))
                .OrderBy(entry => entry.Story.Value, StringComparer.Ordinal)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<DigestSubscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_subscriptions.TryGetValue(id, out var entry) ? entry.Subscription : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> PauseAsync(SubscriptionId id, CancellationToken cancellationToken) => Change(id, known => known with { IsPaused = true });

    /// <inheritdoc/>
    public ValueTask<bool> ResumeAsync(SubscriptionId id, DateTimeOffset? nextAt, CancellationToken cancellationToken) =>
        Change(id, known => known with { IsPaused = false, NextAt = nextAt });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DigestSubscription>> ClaimDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        lock (_lock)
        {
            var due = _subscriptions.Values
                .Where(entry => !entry.Subscription.IsPaused && entry.Subscription.NextAt <= now && !(entry.ClaimedUntil > now))
                .OrderBy(entry => entry.Subscription.NextAt)
                .Take(most)
                .Select(entry => entry.Subscription)
                .ToList();
            foreach (var subscription in due)
            {
                _subscriptions[subscription.Id] = (subscription, now + ISubscriptionStore.ClaimLifetime);
            }

            return ValueTask.FromResult<IReadOnlyList<DigestSubscription>>(due);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SubscriptionId>> AdvanceAsync(IReadOnlyList<DigestRun> runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var moved = runs.Where(Move).ToList();
        foreach (var post in moved.Select(run => run.Post).OfType<OutboxEntry>())
        {
            await outbox.AddAsync(post, cancellationToken);
        }

        return [.. moved.Select(run => run.Subscription)];
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(IReadOnlyList<DigestSubscription> claimed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        lock (_lock)
        {
            foreach (var subscription in claimed)
            {
                if (_subscriptions.TryGetValue(subscription.Id, out var entry) && entry.Subscription.NextAt == subscription.NextAt)
                {
                    _subscriptions[subscription.Id] = (entry.Subscription, null);
                }
            }

            return ValueTask.CompletedTask;
        }
    }

    private bool Move(DigestRun run)
    {
        lock (_lock)
        {
            if (!_subscriptions.TryGetValue(run.Subscription, out var entry) || entry.Subscription.NextAt != run.DueAt)
            {
                return false;
            }

            _subscriptions[run.Subscription] = (entry.Subscription with { NextAt = run.NextAt, LastSnapshot = run.LastSnapshot, LastAt = run.LastAt }, null);
            return true;
        }
    }

    private ValueTask<bool> Change(SubscriptionId id, Func<DigestSubscription, DigestSubscription> change)
    {
        lock (_lock)
        {
            var isThere = _subscriptions.TryGetValue(id, out var entry);
            if (isThere)
            {
                _subscriptions[id] = (change(entry.Subscription), null);
            }

            return ValueTask.FromResult(isThere);
        }
    }
}
