using StoryBot.Core.Chat.Events;
using StoryBot.Core.Digests.Scheduling;

namespace StoryBot.Benchmarks.Storing;

/// <summary>Subscriptions that tell when each has moved on, its post being in the outbox.</summary>
internal sealed class TimedSubscriptions(ISubscriptionStore inner, Action<DigestRun> moved) : ISubscriptionStore
{
    public ValueTask<DigestSubscription> AddAsync(DigestSubscription subscription, CancellationToken cancellationToken) => inner.AddAsync(subscription, cancellationToken);

    public ValueTask<bool> RemoveAsync(SubscriptionId id, CancellationToken cancellationToken) => inner.RemoveAsync(id, cancellationToken);

    public ValueTask<IReadOnlyList<DigestSubscription>> ListAsync(ConversationKey channel, CancellationToken cancellationToken) => inner.ListAsync(channel, cancellationToken);

    public ValueTask<DigestSubscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public ValueTask<bool> PauseAsync(SubscriptionId id, CancellationToken cancellationToken) => inner.PauseAsync(id, cancellationToken);

    public ValueTask<bool> ResumeAsync(SubscriptionId id, DateTimeOffset? nextAt, CancellationToken cancellationToken) => inner.ResumeAsync(id, nextAt, cancellationToken);

    public ValueTask<IReadOnlyList<DigestSubscription>> ClaimDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => inner.ClaimDueAsync(now, most, cancellationToken);

    public async ValueTask<IReadOnlyList<SubscriptionId>> AdvanceAsync(IReadOnlyList<DigestRun> runs, CancellationToken cancellationToken)
    {
        var done = await inner.AdvanceAsync(runs, cancellationToken);
        foreach (var run in runs.Where(run => done.Contains(run.Subscription)))
        {
            moved(run);
        }

        return done;
    }

    public ValueTask ReleaseAsync(IReadOnlyList<DigestSubscription> claimed, CancellationToken cancellationToken) => inner.ReleaseAsync(claimed, cancellationToken);
}
