using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Storage.Access;

namespace StoryBot.Storage;

/// <summary>
/// Brings the database up to date and puts this replica on its list before anything else starts; writes what still waits when everything
/// else has stopped.
/// </summary>
internal sealed class StorePreparation(
    StoreAccess store,
    ReplicaBeat beat,
    Replica replica,
    IOptions<StoreOptions> options,
    ILogger<StorePreparation> logger) : IHostedService
{
    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The database cannot be used; the message says why and what to do.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync(
                async (context, token) =>
                {
                    await context.Database.MigrateAsync(token);
                    return true;
                },
                cancellationToken);
            await beat.BeatAsync(cancellationToken);
        }
        catch (StoreUnavailableException fault)
        {
            var setting = options.Value.Provider == StoreProvider.Sqlite ? "the path in Store:ConnectionString" : "Store:ConnectionString, and whether the database is up";
            throw new StoreUnavailableException($"The store ({options.Value.Provider}) cannot be used: {fault.Message}. Check {setting}.", fault);
        }

        StoreLog.Prepared(logger, options.Value.Provider, replica.Id);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (store.Waiting > 0 && !await store.FlushAsync(cancellationToken))
        {
            StoreLog.EndsWaiting(logger, store.Waiting);
        }
    }
}
