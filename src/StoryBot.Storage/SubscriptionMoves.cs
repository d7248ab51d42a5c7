using Microsoft.EntityFrameworkCore;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>
/// Moves subscriptions on from the occurrence that was claimed, many in one statement: thousands may be due in the same minute. Pure but for the
/// database.
/// </summary>
internal static class SubscriptionMoves
{
    /// <summary>Moves them within the transaction that the context is in; returns those that were still at that occurrence.</summary>
    public static async Task<HashSet<SubscriptionId>> RunAsync(StoryBotContext context, IReadOnlyList<DigestRun> runs, CancellationToken cancellationToken)
    {
        var ids = runs.Select(run => run.Subscription.Value).ToArray();
        if (context.Database.IsNpgsql())
        {
            // In the same order on every replica: two that moved the same ones the other way round would wait for each other.
            await context.Database
                .SqlQuery<string>($"""SELECT "Id" AS "Value" FROM "Subscriptions" WHERE "Id" = ANY ({ids}) ORDER BY "Id" FOR UPDATE""")
                .ToListAsync(cancellationToken);
        }

        var moved = await context.Database.SqlQueryRaw<string>(Sql(context), RowList.Write(runs.Select(ValuesOf))).ToListAsync(cancellationToken);
        return [.. moved.Select(id => new SubscriptionId(id))];
    }

    private static string Sql(StoryBotContext context) =>
        $"""
        WITH run AS ({RowList.Select(context, 0, ("Subscription", "text"), ("DueAt", "bigint"), ("Next", "bigint"), ("Snapshot", "text"), ("At", "bigint"))})
        UPDATE "Subscriptions"
        SET "NextAt" = run."Next", "LastSnapshot" = run."Snapshot", "LastAt" = run."At", "ClaimedUntil" = NULL
        FROM run WHERE "Id" = run."Subscription" AND "NextAt" = run."DueAt"
        RETURNING "Id" AS "Value"
        """;

    private static object?[] ValuesOf(DigestRun run) =>
        [run.Subscription.Value, run.DueAt.UtcTicks, run.NextAt?.UtcTicks, run.LastSnapshot?.Value, run.LastAt?.UtcTicks];
}
