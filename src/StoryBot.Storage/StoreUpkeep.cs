using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Storage.Access;

namespace StoryBot.Storage;

/// <summary>Writes what waited for the store as soon as it is back, and deletes what is too old.</summary>
internal sealed class StoreUpkeep(StoreAccess store, RetentionSweep sweep, IOptions<StoreOptions> options, TimeProvider clock, ILogger<StoreUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var nextSweep = clock.GetUtcNow();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await store.FlushAsync(stoppingToken);
                if (clock.GetUtcNow() >= nextSweep)
                {
                    nextSweep = clock.GetUtcNow() + options.Value.SweepInterval;
                    await SweepAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process is stopping; what waits is written when everything else has stopped.
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            StoreLog.Swept(logger, await sweep.RunAsync(stoppingToken));
        }
        catch (StoreUnavailableException)
        {
            // Told when it went away.
        }
#pragma warning disable CA1031 // A background tick: whatever goes wrong, the next one tries again.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            StoreLog.NotSwept(logger, failure);
        }
    }
}
