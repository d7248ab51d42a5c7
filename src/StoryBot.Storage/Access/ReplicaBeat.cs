using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace StoryBot.Storage.Access;

/// <summary>
/// Gives this process's sign of life, and takes replicas off the list that give none: their unfinished work then belongs to nobody and is
/// taken over. One that was taken off while it lived puts itself back.
/// </summary>
internal sealed class ReplicaBeat(StoreAccess store, Replica replica, IOptions<StoreOptions> options, TimeProvider clock, ILogger<ReplicaBeat> logger) : BackgroundService
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
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ReplicaTimeout / Replica.Looks, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TickAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The process is stopping.
        }
    }

    private async Task TickAsync(CancellationToken stoppingToken)
    {
        try
        {
            await BeatAsync(stoppingToken);
            await LookAsync(stoppingToken);
        }
        catch (StoreUnavailableException)
        {
            // Told when it went away.
        }
#pragma warning disable CA1031 // A background tick: whatever goes wrong, the next one tries again.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            StoreLog.NotBeaten(logger, failure);
        }
    }
}
