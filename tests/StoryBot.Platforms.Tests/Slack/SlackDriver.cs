using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using StoryBot.Platforms.Slack;
using StoryBot.Testing;
using StoryBot.Testing.Chat;
using StoryBot.Testing.Slack;

namespace StoryBot.Platforms.Tests.Slack;

/// <summary>People on a fake Slack whose bot is told by webhook.</summary>
internal sealed class SlackDriver : SlackChatDriver
{
    private readonly WebApplication _app;
    private readonly FakeSlack _slack;

    private SlackDriver(WebApplication app, FakeSlack slack, ChatSetup setup)
        : base(slack, setup)
    {
        _app = app;
        _slack = slack;
    }

    public static async Task<ChatDriver> StartAsync(ChatSetup setup)
    {
        var slack = await FakeSlack.StartAsync();
        setup.Configuration["Slack:BotToken"] = slack.BotToken;
        setup.Configuration["Slack:SigningSecret"] = slack.SigningSecret;
        setup.Configuration["Slack:ApiUrl"] = slack.ApiUrl.ToString();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddConfiguration(setup.Build());
        setup.AddTo(builder.Services);
        builder.Services.AddSlack(builder.Configuration);
        setup.Watch(builder.Services);
        var app = builder.Build();
        app.MapSlack();
        slack.Requests.Target = await app.StartOnLoopbackAsync();
        return new SlackDriver(app, slack, setup);
    }

    public override async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _slack.DisposeAsync();
    }

    protected override Task SendCommandAsync(IReadOnlyDictionary<string, string> fields) => AcknowledgedAsync(_slack.Requests.PostFormAsync("slack/commands", fields));

    protected override Task SendEventAsync(JsonObject payload) => AcknowledgedAsync(_slack.Requests.PostEventAsync(payload));

    protected override Task SendInteractionAsync(JsonObject payload) => AcknowledgedAsync(_slack.Requests.InteractAsync(payload));

    private static async Task AcknowledgedAsync(Task<HttpResponseMessage> answer) => (await answer).EnsureSuccessStatusCode().Dispose();
}
