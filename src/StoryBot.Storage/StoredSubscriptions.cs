using Microsoft.EntityFrameworkCore;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>The subscriptions to digests, shared by all replicas. Safe to share between threads.</summary>
internal sealed class StoredSubscriptions(StoreAccess store) : ISubscriptionStore
{
    /// <inheritdoc/>
    public async ValueTask<DigestSubscription> AddAsync(DigestSubscription subscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var row = await store.WriteAsync(
            async (context, token) =>
            {
                var added = RowOf(subscription);
                var known = await context.Subscriptions.FirstOrDefaultAsync(entry => entry.Id == added.Id, token);
                if (known is null)
                {
                    context.Subscriptions.Add(added);
                }
                else
                {
                    (added.LastSnapshot, added.LastAt) = (known.LastSnapshot, known.LastAt);
                    context.Entry(known).CurrentValues.SetValues(added);
                }

                await context.SaveChangesAsync(token);
                return added;
            },
            cancellationToken);
        return SubscriptionOf(row);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(SubscriptionId id, CancellationToken cancellationToken) =>
        await store.WriteAsync((context, token) => context.Subscriptions.Where(row => row.Id == id.Value).ExecuteDeleteAsync(token), cancellationToken) > 0;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DigestSubscription>> ListAsync(ConversationKey channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var rows = await store.ReadAsync(
            (context, token) => context.Subscriptions.AsNoTracking()
                .Where(row => row.Platform == channel.Platform.Value && row.Workspace == channel.Workspace && row.Channel == channel.Channel)
                .ToListAsync(token),
            cancellationToken);
        return [.. rows.Select(SubscriptionOf).OrderBy(subscription => subscription.Story.Value, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async ValueTask<DigestSubscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var row = await store.ReadAsync((context, token) => context.Subscriptions.AsNoTracking().FirstOrDefaultAsync(known => known.Id == id.Value, token), cancellationToken);
        return row is null ? null : SubscriptionOf(row);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> PauseAsync(SubscriptionId id, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            (context, token) => context.Subscriptions.Where(row => row.Id == id.Value).ExecuteUpdateAsync(
                row => row.SetProperty(known => known.IsPaused, true).SetProperty(known => known.ClaimedUntil, (DateTimeOffset?)null),
                token),
            cancellationToken) > 0;

    /// <inheritdoc/>
    public async ValueTask<bool> ResumeAsync(SubscriptionId id, DateTimeOffset? nextAt, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            (context, token) => context.Subscriptions.Where(row => row.Id == id.Value).ExecuteUpdateAsync(
                row => row
                    .SetProperty(known => known.IsPaused, false)
                    .SetProperty(known => known.NextAt, nextAt)
                    .SetProperty(known => known.ClaimedUntil, (DateTimeOffset?)null),
                token),
            cancellationToken) > 0;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DigestSubscription>> ClaimDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var until = now + ISubscriptionStore.ClaimLifetime;
        var rows = await store.WriteAsync(
            async (context, token) =>
            {
                var due = await Due(context, now).OrderBy(row => row.NextAt).Take(most).AsNoTracking().ToListAsync(token);
                var claimed = new List<SubscriptionRow>(due.Count);
                foreach (var row in due)
                {
                    // Whoever changes it first has it.
                    var mine = await Due(context, now)
                        .Where(known => known.Id == row.Id && known.NextAt == row.NextAt)
                        .ExecuteUpdateAsync(known => known.SetProperty(entry => entry.ClaimedUntil, until), token);
                    if (mine == 1)
                    {
                        claimed.Add(row);
                    }
                }

                return claimed;
            },
            cancellationToken);
        return [.. rows.Select(SubscriptionOf)];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SubscriptionId>> AdvanceAsync(IReadOnlyList<DigestRun> runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return await store.WriteAsync(
            async (context, token) =>
            {
                var moved = new List<SubscriptionId>(runs.Count);
                await using var transaction = await context.Database.BeginTransactionAsync(token);
                // In the same order on every replica: two that wrote the same two digests the other way round would wait for each other.
                foreach (var run in runs.OrderBy(run => run.Post?.Content, StringComparer.Ordinal).ThenBy(run => run.Subscription.Value, StringComparer.Ordinal))
                {
                    if (await MoveAsync(context, run, token))
                    {
                        moved.Add(run.Subscription);
                        if (run.Post is { } post)
                        {
                            await StoredOutbox.InsertAsync(context, post, token);
                        }
                    }
                }

                await transaction.CommitAsync(token);
                return moved;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(IReadOnlyList<DigestSubscription> claimed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        await store.WriteSoonAsync(
            async (context, token) =>
            {
                foreach (var subscription in claimed)
                {
                    await context.Subscriptions
                        .Where(row => row.Id == subscription.Id.Value && row.NextAt == subscription.NextAt)
                        .ExecuteUpdateAsync(row => row.SetProperty(known => known.ClaimedUntil, (DateTimeOffset?)null), token);
                }
            },
            cancellationToken);
    }

    private static IQueryable<SubscriptionRow> Due(StoryBotContext context, DateTimeOffset now) =>
        context.Subscriptions.Where(row => !row.IsPaused && row.NextAt != null && row.NextAt <= now && (row.ClaimedUntil == null || row.ClaimedUntil <= now));

    private static async Task<bool> MoveAsync(StoryBotContext context, DigestRun run, CancellationToken cancellationToken)
    {
        var snapshot = run.LastSnapshot?.Value;
        return await context.Subscriptions
            .Where(row => row.Id == run.Subscription.Value && row.NextAt == run.DueAt)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(known => known.NextAt, run.NextAt)
                    .SetProperty(known => known.LastSnapshot, snapshot)
                    .SetProperty(known => known.LastAt, run.LastAt)
                    .SetProperty(known => known.ClaimedUntil, (DateTimeOffset?)null),
                cancellationToken) == 1;
    }

    private static SubscriptionRow RowOf(DigestSubscription subscription) => new()
    {
        Id = subscription.Id.Value,
        Platform = subscription.Channel.Platform.Value,
        Workspace = subscription.Channel.Workspace,
        Channel = subscription.Channel.Channel,
        IsDirect = subscription.Channel.IsDirect,
        SendTo = StoreJson.Write(subscription.To),
        Story = subscription.Story.Value,
        Cron = subscription.Schedule.Cron,
        Zone = subscription.Schedule.Zone,
        InWords = subscription.Schedule.InWords,
        CreatedBy = subscription.CreatedBy,
        CreatedAt = subscription.CreatedAt,
        IsPaused = subscription.IsPaused,
        PostsWhenEmpty = subscription.PostsWhenEmpty,
        LastSnapshot = subscription.LastSnapshot?.Value,
        LastAt = subscription.LastAt,
        NextAt = subscription.NextAt,
    };

    private static DigestSubscription SubscriptionOf(SubscriptionRow row)
    {
        var channel = new ConversationKey(new PlatformId(row.Platform), row.Workspace, row.Channel, null) { IsDirect = row.IsDirect };
        return new DigestSubscription
        {
            Channel = channel,
            To = StoreJson.Read<ReplyAddress>(row.SendTo) ?? new ReplyAddress(channel.Platform, row.Channel) { Workspace = row.Workspace },
            Story = new StoryId(row.Story),
            Schedule = new DigestSchedule(row.Cron, row.Zone, row.InWords),
            CreatedBy = row.CreatedBy,
            CreatedAt = row.CreatedAt,
            IsPaused = row.IsPaused,
            PostsWhenEmpty = row.PostsWhenEmpty,
            LastSnapshot = row.LastSnapshot is null ? null : new SnapshotId(row.LastSnapshot),
            LastAt = row.LastAt,
            NextAt = row.NextAt,
        };
    }
}
