using System.Data.Common;
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
            await store.WriteAsync(StoreMigration.RunAsync, cancellationToken);
            await beat.BeatAsync(cancellationToken);
        }
        catch (StoreUnavailableException fault)
        {
            throw CannotBeUsed(fault.Message, fault);
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException)
        {
            // Such as a database user who may not make tables.
            throw CannotBeUsed(StoreFaults.Describe(fault), fault);
        }

        StoreLog.Prepared(logger, options.Value.Provider, replica.Id);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            // What is finished is noted before the others may take it for unfinished.
            if (await store.FlushAsync(cancellationToken))
            {
                await beat.LeaveAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The time to stop in is over; what still waits is told below.
        }
        finally
        {
            if (store.Waiting > 0)
            {
                StoreLog.EndsWaiting(logger, store.Waiting);
            }
        }
    }

    private StoreUnavailableException CannotBeUsed(string why, Exception fault)
    {
        var setting = options.Value.Provider == StoreProvider.Sqlite ? "the path in Store:ConnectionString" : "Store:ConnectionString, and whether the database is up";
        return new StoreUnavailableException($"The store ({options.Value.Provider}) cannot be used: {why}. Check {setting}.", fault);
    }
}
