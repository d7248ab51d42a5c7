using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using StoryBot.Platforms.Slack;
using StoryBot.Sockets.Slack;
using StoryBot.Testing.Chat;
using StoryBot.Testing.Slack;
using StoryBot.Testing.Slack.SocketMode;

namespace StoryBot.Sockets.Tests.Slack;

/// <summary>People on a fake Slack whose bot is told by Socket Mode.</summary>
internal sealed class SocketChatDriver : SlackChatDriver
{
    private readonly IHost _host;
    private readonly FakeSlack _slack;
    private readonly FakeSocketMode _sockets;

    private SocketChatDriver(IHost host, FakeSlack slack, FakeSocketMode sockets, ChatSetup setup)
        : base(slack, setup)
    {
        _host = host;
        _slack = slack;
        _sockets = sockets;
    }

    public static async Task<ChatDriver> StartAsync(ChatSetup setup)
    {
        var sockets = new FakeSocketMode(TimeProvider.System);
        var slack = await FakeSlack.StartAsync(mount: sockets.MapTo);
        setup.Configuration["Slack:BotToken"] = slack.BotToken;
        setup.Configuration["Slack:AppToken"] = sockets.AppToken;
        setup.Configuration["Slack:SocketMode"] = "true";
        setup.Configuration["Slack:ApiUrl"] = slack.ApiUrl.ToString();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(setup.Configuration);
        setup.AddTo(builder.Services);
        builder.Services.AddSlack(builder.Configuration);
        setup.Watch(builder.Services);
        new SlackSocketModule().AddTo(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        await sockets.Greeted.NthAsync(1);
        return new SocketChatDriver(host, slack, sockets, setup);
    }

    public override async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _slack.DisposeAsync();
    }

    protected override async Task SendCommandAsync(IReadOnlyDictionary<string, string> fields) => Assert.True(await _sockets.SendAsync(
        "slash_commands", new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)))));

    protected override async Task SendEventAsync(JsonObject payload) => Assert.True(await _sockets.DeliverAsync(payload));

    protected override async Task SendInteractionAsync(JsonObject payload) => Assert.True(await _sockets.SendAsync("interactive", payload));
}
