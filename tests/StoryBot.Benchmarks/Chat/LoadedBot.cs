using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Replies;
using StoryBot.Testing.Chat;

namespace StoryBot.Benchmarks.Chat;

/// <summary>
/// The bot with one platform's webhooks on a loopback port. Its answers take as long as they are told to, and end in a count instead of
/// on the platform, whose pace is not what is measured.
/// </summary>
internal abstract class LoadedBot(WebApplication app, ConcurrentDictionary<string, int> sent) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The platform's name.</summary>
    public abstract string Platform { get; }

    /// <summary>How often each event was answered, by the key of its reply.</summary>
    public ConcurrentDictionary<string, int> Sent => sent;

    /// <summary>The bot's address.</summary>
    protected Uri Address { get; } = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>A new event; what it returns delivers it, and delivers the same again when it is called again.</summary>
    public abstract Func<Task> Next(int number);

    /// <summary>Waits until everything that was accepted is at its end.</summary>
    public async Task DrainAsync()
    {
        var inbox = app.Services.GetRequiredService<ChatInbox>();
        using var limit = new CancellationTokenSource(Patience);
        while (inbox.Pending > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Starts the bot.</summary>
    protected static async Task<(WebApplication App, ConcurrentDictionary<string, int> Sent)> StartAsync(
        PlatformId platform, Dictionary<string, string?> keys, TimeSpan answerTime, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var sent = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var setup = new ChatSetup();
        foreach (var (key, value) in keys)
        {
            setup.Configuration[key] = value;
        }

        // As many as come, or the limits would be measured instead.
        setup.Configuration["Chat:QueueCapacity"] = "1000000";
        setup.Configuration["Chat:Workers"] = "10000";
        setup.Configuration["Chat:PersonPerMinute"] = "1000000";
        setup.Configuration["Chat:ChannelPerMinute"] = "1000000";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(setup.Configuration);
        setup.AddTo(builder.Services);
        add(builder);
        builder.Services.RemoveAll<IChatSender>();
        builder.Services.AddSingleton<IChatSender>(new CountingSender(platform, sent));
        builder.Services.AddSingleton<IChatResponder>(new TimedResponder(answerTime));
        var app = builder.Build();
        map(app);
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        return (app, sent);
    }

    private sealed class CountingSender(PlatformId platform, ConcurrentDictionary<string, int> sent) : IChatSender
    {
        public PlatformId Platform => platform;

        public Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken)
        {
            sent.AddOrUpdate(key, 1, (_, times) => times + 1);
            return Task.CompletedTask;
        }
    }

    private sealed class TimedResponder(TimeSpan time) : IChatResponder
    {
        public async Task<ChatReply?> RespondAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
        {
            await Task.Delay(time, TimeProvider.System, cancellationToken);
            return ChatReply.Note(ReplyAudience.Asker, "An answer.");
        }
    }
}
