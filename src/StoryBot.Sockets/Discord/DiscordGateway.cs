using System.Globalization;
using System.Text.Json;
using Discord;
using Discord.Net;
using Discord.WebSocket;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace StoryBot.Sockets.Discord;

/// <summary>
/// Keeps the bot connected to Discord's gateway while the process runs. The SDK reconnects and resumes by itself; where it
/// gives up, or does not come back, a new client is begun after a pause. What somebody has to mend is said once and not tried
/// again.
/// </summary>
internal sealed class DiscordGateway(
    IOptions<DiscordGatewayOptions> options,
    DiscordReceiver receiver,
    [FromKeyedServices(DiscordGateway.Name)] SocketStatus status,
    TimeProvider clock,
    ILogger<DiscordGateway> logger) : BackgroundService
{
    /// <summary>Its name in logs and health checks.</summary>
    public const string Name = "Discord's gateway";

    private readonly BackOff _backOff = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await receiver.DrainAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Starting must not hold up the host, and the SDK does part of its work before its first wait.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var fault = await RunClientAsync(stoppingToken);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            if (GatewayFault.Remedy(fault) is { } remedy)
            {
                status.Refuse(remedy);
                SocketLog.Refused(logger, Name, remedy);
                return;
            }

            Lost(fault);
            await Task.Delay(_backOff.Next(), clock, stoppingToken);
        }
    }

    // One client from its login until it is of no more use; returns why.
    private async Task<Exception?> RunClientAsync(CancellationToken stoppingToken)
    {
        DiscordShardedClient client = null!;
        await using var own = client = DiscordClientFactory.Create(options.Value, (type, data) => Receive(client, type, data));
        using var watch = new ShardWatch(clock);
        Subscribe(client, watch);
        try
        {
            await client.LoginAsync(TokenType.Bot, options.Value.BotToken, validateToken: false);
            await client.StartAsync();
            return await watch.EndAsync(stoppingToken);
        }
        catch (Exception fault) when (fault is HttpException or HttpRequestException or TimeoutException or OperationCanceledException)
        {
            return fault;
        }
        finally
        {
            await CloseAsync(client);
        }
    }

    private void Subscribe(DiscordShardedClient client, ShardWatch watch)
    {
        client.Log += message =>
        {
            SocketLog.Detail(logger, message.Source, message.Message, message.Exception?.GetType().Name);
            return Task.CompletedTask;
        };
        client.ShardConnected += shard =>
        {
            watch.Connected(shard.ShardId);
            Up(client);
            return Task.CompletedTask;
        };
        client.ShardDisconnected += (fault, shard) =>
        {
            Lost(fault);
            watch.Disconnected(shard.ShardId, fault);
            return Task.CompletedTask;
        };
    }

    // Who the bot is comes with READY, before any event.
    private void Receive(DiscordShardedClient client, string type, JsonElement data)
    {
        if (client.CurrentUser is { } self)
        {
            receiver.Receive(type, data, self.Id.ToString(CultureInfo.InvariantCulture), new SdkKnowledge(client));
        }
    }

    private void Up(DiscordShardedClient client)
    {
        if (client.Shards.All(shard => shard.ConnectionState == ConnectionState.Connected))
        {
            _backOff.Reset();
            status.Connect();
            SocketLog.Connected(logger, Name);
        }
    }

    private void Lost(Exception? fault)
    {
        if (GatewayFault.Remedy(fault) is null)
        {
            status.Lose(GatewayFault.Describe(fault));
            SocketLog.Lost(logger, Name, GatewayFault.Describe(fault));
        }
    }

    private async Task CloseAsync(DiscordShardedClient client)
    {
        try
        {
            await client.StopAsync();
            await client.LogoutAsync();
        }
        catch (Exception fault)
        {
            // The connection may be gone already; closing is all that was wanted.
            SocketLog.Detail(logger, Name, "Closing failed.", fault.GetType().Name);
        }
    }
}
