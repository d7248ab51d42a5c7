using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;

namespace StoryBot.Sockets.Slack;

/// <summary>
/// Keeps the sockets to Slack open while the process runs. One that Slack renews is opened again at once, one that is lost after
/// a growing wait; what somebody has to mend is said once, and ends them all.
/// </summary>
internal sealed class SlackSockets(
    SlackConnector connector,
    IEnumerable<IPlatformIntake> intakes,
    IOptions<SlackSocketOptions> options,
    [FromKeyedServices(SlackSockets.Name)] SocketStatus status,
    TimeProvider clock,
    ILogger<SlackSockets> logger) : BackgroundService
{
    /// <summary>Its name in logs and health checks.</summary>
    public const string Name = "Slack's Socket Mode";

    // Sockets that were opened together would be renewed together, and leave nobody listening meanwhile.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(10);

    private readonly IPlatformIntake _intake = intakes.Single(intake => intake.Platform == new PlatformId("slack"));
    private readonly OrderedWork<string> _work = new();
    private int _open;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _work.DrainAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, options.Value.SocketCount).Select(number => KeepAsync(number, all)))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task KeepAsync(int number, CancellationTokenSource all)
    {
        await Task.Delay(Apart * number, clock, all.Token);
        var backOff = new BackOff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));
        while (true)
        {
            switch (await RunAsync(backOff, all.Token))
            {
                case SocketEnd.Refused refused:
                    status.Refuse(refused.Remedy);
                    SocketLog.Refused(logger, Name, refused.Remedy);
                    await all.CancelAsync();
                    return;
                case SocketEnd.Lost lost:
                    SocketLog.Lost(logger, Name, lost.Reason);
                    LoseUnlessOpen(lost.Reason);
                    var wait = backOff.Next();
                    await Task.Delay(wait > lost.AtLeast ? wait : lost.AtLeast, clock, all.Token);
                    break;
                default:
                    LoseUnlessOpen("The socket is being renewed.");
                    break;
            }
        }
    }

    private async Task<SocketEnd> RunAsync(BackOff backOff, CancellationToken cancellationToken)
    {
        var isOpen = false;
        try
        {
            var address = await connector.OpenAsync(cancellationToken);
            using var socket = new SlackSocket(_intake, _work, logger);
            return await socket.RunAsync(address, Greeted, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return SocketEnd.OfFailure(failure);
        }
        finally
        {
            if (isOpen)
            {
                Interlocked.Decrement(ref _open);
            }
        }

        void Greeted()
        {
            if (!isOpen)
            {
                isOpen = true;
                Interlocked.Increment(ref _open);
            }

            backOff.Reset();
            status.Connect();
            SocketLog.Connected(logger, Name);
        }
    }

    private void LoseUnlessOpen(string why)
    {
        if (Volatile.Read(ref _open) == 0)
        {
            status.Lose(why);
        }
    }
}
