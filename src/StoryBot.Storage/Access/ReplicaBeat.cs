using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Ticking;

namespace StoryBot.Storage.Access;

/// <summary>
/// Gives this process's sign of life, and takes replicas off the list that give none: their unfinished work then belongs to nobody and is
/// taken over. One that was taken off while it lived puts itself back.
/// </summary>
internal sealed class ReplicaBeat(StoreAccess store, Replica replica, IOptions<StoreOptions> options, TimeProvider clock, ILogger<ReplicaBeat> logger)
    : RepeatedWork(options.Value.ReplicaTimeout / Replica.Looks, clock)
{
    /// <summary>Puts this replica on the list, or gives its sign of life.</summary>
    public async ValueTask BeatAsync(CancellationToken cancellationToken) => await store.WriteAsync(
        (context, token) => context.Database.ExecuteSqlInterpolatedAsync(
            $"""INSERT INTO "Replicas" ("Id", "Beat") VALUES ({replica.Id}, 1) ON CONFLICT ("Id") DO UPDATE SET "Beat" = "Replicas"."Beat" + 1""",
            token),
        cancellationToken);

    /// <summary>Looks at the others once.</summary>
    public async ValueTask LookAsync(CancellationToken cancellationToken)
    {
        var beats = await store.ReadAsync((context, token) => context.Replicas.ToDictionaryAsync(row => row.Id, row => row.Beat, token), cancellationToken);
        foreach (var dead in replica.Look(beats))
        {
            StoreLog.Dead(logger, dead);
            await store.WriteAsync((context, token) => context.Replicas.Where(row => row.Id == dead).ExecuteDeleteAsync(token), cancellationToken);
        }
    }

    /// <summary>Takes this replica off the list: what it has not finished belongs to nobody from here on.</summary>
    public async ValueTask LeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync((context, token) => context.Replicas.Where(row => row.Id == replica.Id).ExecuteDeleteAsync(token), cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // The others will notice by themselves.
        }
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        await BeatAsync(cancellationToken);
        await LookAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Tell(Exception failure)
    {
        // That the store is away was told when it went.
        if (failure is not StoreUnavailableException)
        {
            StoreLog.NotBeaten(logger, failure);
        }
    }
}
