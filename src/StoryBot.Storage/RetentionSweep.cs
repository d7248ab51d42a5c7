using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>Deletes what is older than it may be. Safe to run on every replica.</summary>
internal sealed class RetentionSweep(StoreAccess store, IOptions<StoreOptions> options, IOptions<PrivacyOptions> privacy, TimeProvider clock)
{
    /// <summary>Deletes once; returns how many rows.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async ValueTask<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var kept = now - TimeSpan.FromDays(privacy.Value.KeepDays);
        var ids = now - options.Value.KeepIds;
        Func<StoryBotContext, CancellationToken, Task<int>>[] steps =
        [
            (context, token) => context.Answers.Where(row => row.At < kept).ExecuteDeleteAsync(token),
            (context, token) => context.Turns.Where(row => row.At < kept).ExecuteDeleteAsync(token),
            (context, token) => context.Feedback.Where(row => row.At < kept).ExecuteDeleteAsync(token),
            (context, token) => context.Gaps.Where(row => row.At < kept).ExecuteDeleteAsync(token),
            (context, token) => context.Events.Where(row => row.ReceivedAt < ids && row.FinishedAt != null).ExecuteDeleteAsync(token),
            (context, token) => context.Outbox.Where(row => row.PostedAt != null && row.PostedAt < ids).ExecuteDeleteAsync(token),
            (context, token) => context.Outbox.Where(row => row.State == (int)OutboxState.Failed && row.CreatedAt < kept).ExecuteDeleteAsync(token),
            DeleteContentsAsync,
            (context, token) => DeleteSnapshotsAsync(context, kept, token),
        ];
        var deleted = 0;
        foreach (var step in steps)
        {
            deleted += await store.WriteAsync(step, cancellationToken);
        }

        return deleted;
    }

    /// <summary>Deletes what no entry has to say any more.</summary>
    /// <remarks>An entry that is being added has locked the table first; on SQLite the transaction alone keeps it away.</remarks>
    internal static async Task<int> DeleteContentsAsync(StoryBotContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync("""LOCK TABLE "Outbox" IN SHARE ROW EXCLUSIVE MODE""", cancellationToken);
        }

        var deleted = await context.OutboxContents
            .Where(row => !context.Outbox.Any(entry => entry.ContentHash == row.Hash && entry.State != (int)OutboxState.Posted))
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return deleted;
    }

    // A snapshot is needed as long as a digest, an answer or the next correction starts from it.
    private static Task<int> DeleteSnapshotsAsync(StoryBotContext context, DateTimeOffset kept, CancellationToken cancellationToken) => context.Snapshots
        .Where(row => row.KeptAt < kept
            && !context.Subscriptions.Any(entry => entry.Story == row.Story && entry.LastSnapshot == row.Id)
            && !context.Answers.Any(entry => entry.Story == row.Story && entry.Snapshot == row.Id)
            && row.ToldOrder != context.Snapshots.Where(other => other.Story == row.Story).Max(other => other.ToldOrder))
        .ExecuteDeleteAsync(cancellationToken);
}
