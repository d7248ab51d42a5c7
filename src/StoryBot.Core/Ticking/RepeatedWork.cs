using Microsoft.Extensions.Hosting;

namespace StoryBot.Core.Ticking;

/// <summary>Work that is done at the start and from time to time after. What goes wrong is told, and the next time tries again.</summary>
/// <param name="interval">From one time to the next.</param>
/// <param name="clock">The clock.</param>
internal abstract class RepeatedWork(TimeSpan interval, TimeProvider clock) : BackgroundService
{
    /// <summary>The clock.</summary>
    protected TimeProvider Clock => clock;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is stopping; whoever comes next goes on from what is stored.
        }
    }

    /// <summary>Does the work once.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellationToken);

    /// <summary>Tells what went wrong.</summary>
    protected abstract void Tell(Exception failure);

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WorkAsync(stoppingToken);
        }
#pragma warning disable CA1031 // A background tick: whatever goes wrong, the next one tries again.
        catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Tell(failure);
        }
    }
}
