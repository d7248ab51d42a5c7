using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StoryBot.Core.Chat.Inbox;

/// <summary>Looks for events that were acknowledged by a process which then died, at the start and from time to time, and has them answered.</summary>
internal sealed class EventRecovery(ChatInbox inbox, TimeProvider clock, ILogger<ChatInbox> logger) : BackgroundService
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            await inbox.TakeOverAsync(MostAtOnce, stoppingToken);
        }
#pragma warning disable CA1031 // A background tick: whatever goes wrong, the next one tries again.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            ChatLog.NotTakenOver(logger, failure);
        }
        catch (OperationCanceledException)
        {
            // The process is stopping.
        }
    }
}
