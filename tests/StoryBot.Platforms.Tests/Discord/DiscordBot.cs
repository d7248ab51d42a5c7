using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Platforms.Discord;
using StoryBot.Testing;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Waiting;

namespace StoryBot.Platforms.Tests.Discord;

/// <summary>The Discord part of the bot on a loopback port beside a fake Discord, with an inbox that the test plays.</summary>
internal sealed class DiscordBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private readonly Uri _endpoint;

    private DiscordBot(WebApplication app, Uri address, FakeDiscord discord, TestInbox inbox)
    {
        _app = app;
        Discord = discord;
        Inbox = inbox;
        Sender = app.Services.GetRequiredService<IChatSender>();
        _client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        _endpoint = new Uri(address, "discord/interactions");
    }

    public FakeDiscord Discord { get; }

    public TestInbox Inbox { get; }

    public required LogRecorder Logs { get; init; }

    public required bool OwnsDiscord { get; init; }

    public IChatSender Sender { get; }

    public InteractionPayloads Payloads => Discord.Interactions.Payloads;

    public static async Task<DiscordBot> StartAsync(TimeProvider? clock = null, FakeDiscord? discord = null, bool ownsDiscord = true)
    {
        discord ??= await FakeDiscord.StartAsync(clock);
        var builder = WebApplication.CreateSlimBuilder();
        var logs = new LogRecorder();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:ApplicationId"] = FakeDiscord.ApplicationId,
            ["Discord:PublicKey"] = discord.Interactions.PublicKey,
            ["Discord:BotToken"] = discord.BotToken,
            ["Discord:ApiUrl"] = discord.ApiUrl.ToString(),
            // Longer than any wait of the bot's, so that a hurried clock tells them apart.
            ["Discord:RequestTimeout"] = "00:01:00",
        });
        var inbox = new TestInbox();
        builder.Services.AddSingleton(clock ?? TimeProvider.System).AddSingleton<IChatInbox>(inbox).AddSingleton<IAutocomplete>(inbox);
        builder.Services.AddDiscord(builder.Configuration).AddHttpClient();
        var app = builder.Build();
        app.MapDiscord();
        var address = await app.StartOnLoopbackAsync();
        inbox.Sender = app.Services.GetRequiredService<IChatSender>();
        return new DiscordBot(app, address, discord, inbox) { Logs = logs, OwnsDiscord = ownsDiscord };
    }

    public Task<InteractionExchange> TellAsync(JsonObject payload) =>
        Discord.Interactions.SendAsync(_client, _endpoint, payload, TestContext.Current.CancellationToken);

    public HttpRequestMessage Request(JsonObject payload) => Discord.Interactions.Request(_endpoint, payload);

    public Task<HttpResponseMessage> PostAsync(HttpRequestMessage request) => _client.SendAsync(request, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (OwnsDiscord)
        {
            await Discord.DisposeAsync();
        }
    }
}

/// <summary>Keeps what is logged, at every level.</summary>
internal sealed class LogRecorder : ILoggerProvider, ILogger
{
    private readonly Record<string> _lines = new();

    public IReadOnlyList<string> Lines => _lines.Items;

    public Task<string> FirstAsync(Func<string, bool> fits) => _lines.FirstAsync(fits);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add($"{eventId.Id} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

/// <summary>An inbox that keeps what it is handed, and answers as the test says.</summary>
internal sealed class TestInbox : IChatInbox, IAutocomplete
{
    private readonly ConcurrentQueue<ChatEvent> _events = [];

    public IReadOnlyList<ChatEvent> Events => [.. _events];

    public Func<ChatEvent, Acceptance> Accept { get; set; } = _ => Acceptance.Accepted;

    public Func<string, string, string, IReadOnlyList<string>> Choices { get; set; } = (_, _, _) => [];

    public IChatSender? Sender { get; set; }

    /// <summary>What is done with an accepted event at once, as a very quick pipeline would.</summary>
    public Func<ChatEvent, IChatSender, Task>? Answer { get; set; }

    public Task Answered { get; private set; } = Task.CompletedTask;

    public ValueTask<Acceptance> AcceptAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        _events.Enqueue(chatEvent);
        var acceptance = Accept(chatEvent);
        if (acceptance == Acceptance.Accepted && Answer is { } answer)
        {
            Answered = Task.Run(() => answer(chatEvent, Sender!), cancellationToken);
        }

        return new(acceptance);
    }

    public IReadOnlyList<string> Complete(ConversationKey conversation, string command, string option, string typed, int most) =>
        Choices(command, option, typed);
}
