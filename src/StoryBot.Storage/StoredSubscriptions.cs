using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>The subscriptions to digests, shared by all replicas. Safe to share between threads.</summary>
internal sealed class StoredSubscriptions(StoreAccess store, IOptions<StoreOptions> options) : ISubscriptionStore
{
    private readonly string _claim = Claim(StoredOutbox.SkipLocked(options.Value));

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
            (context, token) => context.Subscriptions.FromSqlRaw(_claim, now.UtcTicks, until.UtcTicks, most).AsNoTracking().ToListAsync(token),
            cancellationToken);
        return [.. rows.OrderBy(row => row.NextAt).Select(SubscriptionOf)];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SubscriptionId>> AdvanceAsync(IReadOnlyList<DigestRun> runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return await store.WriteAsync(
            async (context, token) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(token);
                var moved = await SubscriptionMoves.RunAsync(context, runs, token);
                await StoredOutbox.InsertAsync(context, [.. runs.Where(run => moved.Contains(run.Subscription)).Select(run => run.Post).OfType<OutboxEntry>()], token);
                await transaction.CommitAsync(token);
                return runs.Select(run => run.Subscription).Where(moved.Contains).ToList();
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

    // Those that another replica is about to claim are passed over, not waited for. Chosen once, before anything is changed.
    private static string Claim(string locking) =>
        $$"""
        WITH chosen AS MATERIALIZED (
            SELECT "Id" FROM "Subscriptions"
            WHERE "IsPaused" = FALSE AND "NextAt" <= {0} AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" <= {0})
            ORDER BY "NextAt" LIMIT {2} {{locking}})
        UPDATE "Subscriptions" SET "ClaimedUntil" = {1} WHERE "Id" IN (SELECT "Id" FROM chosen)
        RETURNING *
        """;

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
