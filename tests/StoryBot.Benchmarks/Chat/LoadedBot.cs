using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Replies;
using StoryBot.Testing;
using StoryBot.Testing.Chat;

namespace StoryBot.Benchmarks.Chat;

/// <summary>
/// The bot with one platform's webhooks on a loopback port. Its answers take as long as they are told to, and end in a count instead of
/// on the platform, whose pace is not what is measured.
/// </summary>
internal abstract class LoadedBot(RunningBot bot) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Starts the bot for each platform; what it takes is how long an answer takes.</summary>
    public static IReadOnlyList<Func<TimeSpan, Task<LoadedBot>>> Platforms => [DiscordUnderLoad.StartAsync, SlackUnderLoad.StartAsync];

    /// <summary>The platform's name.</summary>
    public abstract string Platform { get; }

    /// <summary>The answers.</summary>
    public CountingSender Answers => bot.Answers;

    /// <summary>A new event; what it returns delivers it, and delivers the same again when it is called again.</summary>
    public abstract Func<Task> Next(int number);

    /// <summary>Waits until everything that was accepted is at its end.</summary>
    public async Task DrainAsync()
    {
        var inbox = bot.App.Services.GetRequiredService<ChatInbox>();
        using var limit = new CancellationTokenSource(Patience);
        while (inbox.Pending > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => bot.App.DisposeAsync();

    /// <summary>Starts the bot.</summary>
    protected static async Task<RunningBot> StartAsync(
        PlatformId platform, Dictionary<string, string?> keys, TimeSpan answerTime, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var answers = new CountingSender(platform);
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
        builder.Services.AddSingleton<IChatSender>(answers);
        builder.Services.AddSingleton<IChatResponder>(new TimedResponder(answerTime));
        var app = builder.Build();
        map(app);
        return new RunningBot(app, await app.StartOnLoopbackAsync(), answers);
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

/// <summary>A bot that was started.</summary>
/// <param name="App">Its server.</param>
/// <param name="Address">Where that is.</param>
/// <param name="Answers">The answers.</param>
internal sealed record RunningBot(WebApplication App, Uri Address, CountingSender Answers);
