using Microsoft.EntityFrameworkCore;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>
/// Moves subscriptions on from the occurrence that was claimed, many in one statement: thousands may be due in the same minute. Pure but for the
/// database.
/// </summary>
internal static class SubscriptionMoves
{
    private const int AtOnce = 200;
    private const int Values = 5;

    /// <summary>Moves them within the transaction that the context is in; returns those that were still at that occurrence.</summary>
    public static async Task<HashSet<SubscriptionId>> RunAsync(StoryBotContext context, IReadOnlyList<DigestRun> runs, CancellationToken cancellationToken)
    {
        var moved = new HashSet<SubscriptionId>();
        // In the same order on every replica: two that moved the same ones the other way round would wait for each other.
        foreach (var some in runs.OrderBy(run => run.Subscription.Value, StringComparer.Ordinal).Chunk(AtOnce))
        {
            var ids = some.Select(run => run.Subscription.Value).ToArray();
            if (context.Database.IsNpgsql())
            {
                await context.Database
                    .SqlQuery<string>($"""SELECT "Id" AS "Value" FROM "Subscriptions" WHERE "Id" = ANY ({ids}) ORDER BY "Id" FOR UPDATE""")
                    .ToListAsync(cancellationToken);
            }

            var found = await context.Database.SqlQueryRaw<string>(Sql(some.Length), [.. some.SelectMany(ValuesOf)]).ToListAsync(cancellationToken);
            moved.UnionWith(found.Select(id => new SubscriptionId(id)));
        }

        return moved;
    }

    private static string Sql(int count) =>
        $"""
        WITH run("Subscription", "DueAt", "Next", "Snapshot", "At") AS (VALUES {string.Join(", ", Enumerable.Range(0, count).Select(Row))})
        UPDATE "Subscriptions"
        SET "NextAt" = run."Next", "LastSnapshot" = run."Snapshot", "LastAt" = run."At", "ClaimedUntil" = NULL
        FROM run WHERE "Id" = run."Subscription" AND "NextAt" = run."DueAt"
        RETURNING "Id" AS "Value"
        """;

    // A column of nothing but nulls has no type of its own.
    private static string Row(int index)
    {
        var first = index * Values;
        return $"({{{first}}}, {{{first + 1}}}, CAST({{{first + 2}}} AS bigint), CAST({{{first + 3}}} AS text), CAST({{{first + 4}}} AS bigint))";
    }

    private static object[] ValuesOf(DigestRun run) =>
        [run.Subscription.Value, run.DueAt.UtcTicks, Or(run.NextAt?.UtcTicks), Or(run.LastSnapshot?.Value), Or(run.LastAt?.UtcTicks)];

    private static object Or(object? value) => value ?? DBNull.Value;
}
