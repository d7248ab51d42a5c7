using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Platforms.Discord;
using StoryBot.Sockets.Discord;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Discord.Gateway;

namespace StoryBot.Sockets.Tests.Discord;

/// <summary>The gateway module in a host of its own, connected to a fake Discord, with an inbox that remembers.</summary>
internal sealed class GatewayDriver : IAsyncDisposable
{
    public static readonly InteractionPlace Thread = InteractionPlace.Server with
    {
        Channel = "800000000000000011",
        Parent = InteractionPlace.Server.Channel,
    };

    private readonly Dictionary<string, string?> _configuration = [];
    private IHost? _host;

    public FakeGateway Gateway { get; } = new(TimeProvider.System)
    {
        Guilds = [new FakeGuild(InteractionPlace.Server.Guild!, [InteractionPlace.Server.Channel])
        {
            Threads = new Dictionary<string, string> { [Thread.Channel] = InteractionPlace.Server.Channel },
        }],
    };

    public FakeDiscord Discord { get; private set; } = null!;

    public GatewayPayloads Payloads { get; private set; } = null!;

    public RecordingInbox Inbox { get; } = new();

    public RecordingLog Log { get; } = new();

    public FixedCompletion Completion { get; } = new();

    public NoteSender Sender { get; } = new(new("discord"));

    public SocketStatus Status => _host!.Services.GetRequiredKeyedService<SocketStatus>(DiscordGateway.Name);

    /// <summary>Sets a key.</summary>
    public GatewayDriver With(string key, string value)
    {
        _configuration[key] = value;
        return this;
    }

    /// <summary>Starts everything, without waiting for the connection.</summary>
    public async Task<GatewayDriver> StartAsync(Action<FakeDiscord>? prepare = null)
    {
        Discord = await FakeDiscord.StartAsync(mount: Gateway.MapTo);
        Discord.GatewayUrl += FakeGateway.Path;
        Payloads = new GatewayPayloads(Discord, TimeProvider.System);
        prepare?.Invoke(Discord);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Gateway"] = "true",
            ["Discord:ApplicationId"] = FakeDiscord.ApplicationId,
            ["Discord:BotToken"] = Gateway.Token,
            ["Discord:ApiUrl"] = Discord.ApiUrl.AbsoluteUri,
        });
        builder.Configuration.AddInMemoryCollection(_configuration);
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IChatInbox>(Inbox);
        builder.Services.AddSingleton<IAutocomplete>(Completion);
        builder.Services.AddSingleton<IChatSender>(Sender);
        builder.Services.AddDiscord(builder.Configuration);
        new DiscordGatewayModule().AddTo(builder.Services);
        _host = builder.Build();
        await _host.StartAsync();
        return this;
    }

    /// <summary>Starts everything and waits until the bot is connected.</summary>
    public async Task<GatewayDriver> ConnectAsync(Action<FakeDiscord>? prepare = null)
    {
        await StartAsync(prepare);
        await Log.Lines.FirstAsync(line => line.Message == $"{DiscordGateway.Name} is connected.");
        return this;
    }

    /// <summary>Lets a person write something.</summary>
    public Task WriteAsync(InteractionPlace place, string text) => Gateway.DispatchAsync("MESSAGE_CREATE", Payloads.Message(place, text));

    /// <summary>Lets a person do something, and tells the bot by the gateway.</summary>
    public async Task<FakeInteraction> InteractAsync(JsonObject payload)
    {
        var interaction = Discord.Interactions.Open(payload);
        await Gateway.DispatchAsync("INTERACTION_CREATE", payload);
        return interaction;
    }

    /// <summary>The bot's first response to an interaction.</summary>
    public async Task<JsonObject> ResponseAsync(FakeInteraction interaction) =>
        (await Discord.FirstAnswerAsync(call => call.Path.Contains($"/interactions/{interaction.Id}/", StringComparison.Ordinal))).Call.Fields;

    /// <summary>Stops the bot as a shutdown does.</summary>
    public Task StopAsync() => _host!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync();
            _host.Dispose();
        }

        await Discord.DisposeAsync();
    }
}
