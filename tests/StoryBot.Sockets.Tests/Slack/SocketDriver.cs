using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Platforms.Slack;
using StoryBot.Sockets.Slack;
using StoryBot.Testing.Slack;
using StoryBot.Testing.Slack.SocketMode;
using StoryBot.Testing.Waiting;

namespace StoryBot.Sockets.Tests.Slack;

/// <summary>The Socket Mode module in a host of its own, connected to a fake Slack, with an inbox that remembers.</summary>
internal sealed class SocketDriver : IAsyncDisposable
{
    public const string Direct = "D0ADA";
    public const string Person = "U0ADA";

    private readonly Dictionary<string, string?> _configuration = [];
    private IHost? _host;
    private int _events;

    public FakeSocketMode Sockets { get; } = new(TimeProvider.System);

    public FakeSlack Slack { get; private set; } = null!;

    public RecordingInbox Inbox { get; } = new();

    public RecordingLog Log { get; } = new();

    /// <summary>The bot's clock: its waits are over at once.</summary>
    public HurriedClock Clock { get; } = new() { LimitsFrom = TimeSpan.FromHours(1) };

    public SocketStatus Status => _host!.Services.GetRequiredKeyedService<SocketStatus>(SlackSockets.Name);

    /// <summary>Sets a key.</summary>
    public SocketDriver With(string key, string value)
    {
        _configuration[key] = value;
        return this;
    }

    /// <summary>Starts everything, without waiting for the connection.</summary>
    public async Task<SocketDriver> StartAsync()
    {
        Slack = await FakeSlack.StartAsync(mount: Sockets.MapTo);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:SocketMode"] = "true",
            ["Slack:AppToken"] = Sockets.AppToken,
            ["Slack:BotToken"] = Slack.BotToken,
            ["Slack:ApiUrl"] = Slack.ApiUrl.AbsoluteUri,
        });
        builder.Configuration.AddInMemoryCollection(_configuration);
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IChatInbox>(Inbox);
        builder.Services.AddSlack(builder.Configuration);
        new SlackSocketModule().AddTo(builder.Services);
        _host = builder.Build();
        await _host.StartAsync();
        return this;
    }

    /// <summary>Starts everything and waits until the bot holds its sockets.</summary>
    public async Task<SocketDriver> ConnectAsync(int sockets = 2)
    {
        await StartAsync();
        await Sockets.Greeted.NthAsync(sockets);
        await Log.Lines.NthAsync(sockets, line => line.Message == $"{SlackSockets.Name} is connected.");
        return this;
    }

    /// <summary>An event around what happened.</summary>
    public JsonObject Event(JsonObject inner, string? id = null) =>
        SlackPayloads.Callback(inner, id ?? $"Ev{Interlocked.Increment(ref _events)}", TimeProvider.System.GetUtcNow());

    /// <summary>A message that somebody wrote.</summary>
    public static JsonObject Message(string text, string channel = Direct, string person = Person) => new()
    {
        ["type"] = "message",
        ["channel"] = channel,
        ["channel_type"] = channel[0] == 'D' ? "im" : "channel",
        ["user"] = person,
        ["text"] = text,
        ["ts"] = "1738000000.000100",
        ["team"] = FakeSlack.TeamId,
    };

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync();
            _host.Dispose();
        }

        await Slack.DisposeAsync();
    }
}
