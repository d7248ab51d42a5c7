using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// Registers the commands when the process starts, in one call and only when Discord has others: each registration is counted
/// against a daily limit. A fault of Discord's is tried again; one of the configuration is told, and the bot runs on.
/// </summary>
internal sealed class DiscordCommandRegistration(
    DiscordApi api,
    IOptions<DiscordOptions> options,
    TimeProvider clock,
    ILogger<DiscordCommandRegistration> logger) : BackgroundService
{
    // The form of a registration was refused.
    private const int InvalidForm = 50035;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await TryRegisterAsync(stoppingToken))
            {
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is stopping.
        }
    }

    /// <summary>Registers them; false when it is worth trying again.</summary>
    internal async Task<bool> TryRegisterAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RegisterAsync(cancellationToken);
            return true;
        }
        catch (DiscordException failure)
        {
            var told = DiscordProblems.Explain(failure, "application");
            DiscordLog.NotRegistered(logger, told.Message);
            return told.IsFinal;
        }
    }

    private async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var application = options.Value.ApplicationId!;
        var wanted = DiscordCommandWriter.Write(CommandReach.Everywhere);
        var registered = await api.SendAsync(DiscordRequest.ListCommands(application), cancellationToken);
        if (DiscordCommandComparison.AreSame(registered, wanted))
        {
            DiscordLog.RegisteredBefore(logger);
            return;
        }

        try
        {
            await api.SendAsync(DiscordRequest.OverwriteCommands(application, wanted), cancellationToken);
            DiscordLog.Registered(logger, wanted.Count);
        }
        catch (DiscordException refused) when (refused is { Status: HttpStatusCode.BadRequest, Code: InvalidForm })
        {
            // An application that people cannot install for themselves takes no commands for them.
            var forServers = DiscordCommandWriter.Write(CommandReach.Servers);
            if (!DiscordCommandComparison.AreSame(registered, forServers))
            {
                await api.SendAsync(DiscordRequest.OverwriteCommands(application, forServers), cancellationToken);
            }

            DiscordLog.RegisteredForServers(logger);
        }
    }
}
