using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests.Outbox;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>
/// Has due digests worked, batch after batch. It looks at every full minute, which is when cron is due, and some times between for what
/// another replica left; not before the knowledge is loaded.
/// </summary>
internal sealed class DigestScheduler(
    DigestPipeline pipeline,
    OutboxSignal signal,
    IStories stories,
    IOptions<DigestOptions> options,
    TimeProvider clock,
    ILogger<DigestScheduler> logger) : BackgroundService
{
    /// <summary>The longest time between two looks.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    // A timer may end a little early, and a look before the minute finds nothing.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan WhileLoading = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (options.Value.Enabled)
            {
                if (!stories.IsLoading)
                {
                    await WorkAsync(stoppingToken);
                }

                await Task.Delay(stories.IsLoading ? WhileLoading : WaitFrom(clock.GetUtcNow()), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is stopping.
        }
    }

    /// <summary>Until the next full minute, or the longest wait.</summary>
    internal static TimeSpan WaitFrom(DateTimeOffset now)
    {
        var minute = TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (now.UtcTicks % TimeSpan.TicksPerMinute)) + Margin;
        return minute < LongestWait ? minute : LongestWait;
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        var start = clock.GetTimestamp();
        var round = new DigestRound(clock.GetUtcNow());
        var count = 0;
        try
        {
            using (signal.Hold())
            {
                for (var worked = -1; worked != 0; count += worked)
                {
                    worked = await pipeline.RunAsync(round, stoppingToken);
                }
            }

            await pipeline.PrepareAsync(clock.GetUtcNow(), stoppingToken);
        }
#pragma warning disable CA1031 // A background tick: with the store away digests wait, and the next tick tries again.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            DigestLog.StoreAway(logger, failure);
        }

        if (count > 0)
        {
            DigestLog.Worked(logger, count, round.Made, clock.GetElapsedTime(start));
        }
    }
}
