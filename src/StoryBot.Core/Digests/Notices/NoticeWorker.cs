using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace StoryBot.Core.Digests.Notices;

/// <summary>Runs the <see cref="NoticePipeline"/> from time to time.</summary>
internal sealed class NoticeWorker(NoticePipeline pipeline, IOptions<NoticeOptions> options, TimeProvider clock, ILogger<NoticeWorker> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TickAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The process is stopping; the next one goes on from what was told.
        }
    }

    private async Task TickAsync(CancellationToken stoppingToken)
    {
        try
        {
            await pipeline.RunAsync(stoppingToken);
        }
#pragma warning disable CA1031 // A background tick: with the store away notices wait, and the next tick tries again.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            NoticeLog.Failed(logger, failure);
        }
    }
}
