using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Ticking;
using StoryBot.Storage.Access;

namespace StoryBot.Storage;

/// <summary>
/// Writes what waited for the store as soon as it is back, and deletes what is too old. What waits when the process stops is written when
/// everything else has stopped.
/// </summary>
internal sealed class StoreUpkeep(StoreAccess store, RetentionSweep sweep, IOptions<StoreOptions> options, TimeProvider clock, ILogger<StoreUpkeep> logger)
    : RepeatedWork(TimeSpan.FromSeconds(1), clock)
{
    private DateTimeOffset _nextSweep = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        await store.FlushAsync(cancellationToken);
        var now = Clock.GetUtcNow();
        if (now >= _nextSweep)
        {
            _nextSweep = now + options.Value.SweepInterval;
            StoreLog.Swept(logger, await sweep.RunAsync(cancellationToken));
        }
    }

    /// <inheritdoc/>
    protected override void Tell(Exception failure)
    {
        // That it is away was told when it went.
        if (failure is not StoreUnavailableException)
        {
            StoreLog.NotSwept(logger, failure);
        }
    }
}
