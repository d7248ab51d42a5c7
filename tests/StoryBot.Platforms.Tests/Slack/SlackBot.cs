using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Platforms.Slack;
using StoryBot.Testing;
using StoryBot.Testing.Slack;
using StoryBot.Testing.Waiting;

namespace StoryBot.Platforms.Tests.Slack;

/// <summary>The Slack platform as a server of its own, with a fake Slack around it and an inbox that only takes down.</summary>
internal sealed class SlackBot : IAsyncDisposable
{
    public const string Ann = "U0ANN";

    private readonly WebApplication _app;

    private SlackBot(WebApplication app, FakeSlack slack, RecordingInbox inbox, Record<(EventId Id, string Text)> logs)
    {
        _app = app;
        Slack = slack;
        Inbox = inbox;
        Logs = logs;
    }

    public FakeSlack Slack { get; }

    public RecordingInbox Inbox { get; }

    /// <summary>What was logged, by the platform and by everything under it.</summary>
    public Record<(EventId Id, string Text)> Logs { get; }

    public IServiceProvider Services => _app.Services;

    public IChatSender Sender => Services.GetRequiredService<IChatSender>();

    /// <summary>Starts both.</summary>
    /// <param name="clock">The clock of both.</param>
    /// <param name="prepare">Sets the fake up before the bot starts.</param>
    public static async Task<SlackBot> StartAsync(TimeProvider? clock = null, Action<FakeSlack>? prepare = null)
    {
        var slack = await FakeSlack.StartAsync(clock);
        prepare?.Invoke(slack);
        var inbox = new RecordingInbox();
        var builder = WebApplication.CreateSlimBuilder();
        var logs = new RecordingLoggerProvider();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:BotToken"] = "xoxb-fake-bot-token",
            ["Slack:SigningSecret"] = slack.SigningSecret,
            ["Slack:ApiUrl"] = slack.ApiUrl.ToString(),
        });
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton<IChatInbox>(inbox);
        builder.Services.AddSlack(builder.Configuration);
        var app = builder.Build();
        app.MapSlack();
        slack.Requests.Target = await app.StartOnLoopbackAsync();
        return new SlackBot(app, slack, inbox, logs.Entries);
    }

    /// <summary>The address of a message in a channel.</summary>
    public static ReplyAddress In(string channel, string? thread = null) =>
        new(new PlatformId("slack"), channel) { Workspace = FakeSlack.TeamId, Person = Ann, Thread = thread };

    /// <summary>The address of a command: a response URL that lasts for half an hour.</summary>
    public ReplyAddress Command(TimeProvider clock, string channel = FakeSlack.General) =>
        In(channel) with { ResponseToken = Slack.NewResponseUrl(channel, Ann), ResponseEnds = clock.GetUtcNow().AddMinutes(30) };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Slack.DisposeAsync();
    }
}
