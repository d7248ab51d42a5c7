using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat.Commands;
using StoryBot.Platforms.Discord;
using StoryBot.Testing;
using StoryBot.Testing.Chat;
using StoryBot.Testing.Discord;

namespace StoryBot.Platforms.Tests.Discord;

/// <summary>People on a fake Discord whose bot takes interactions by webhook. Ordinary messages do not come that way.</summary>
internal sealed class DiscordWebhookDriver : DiscordChatDriver
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private readonly Uri _endpoint;

    private DiscordWebhookDriver(WebApplication app, Uri address, FakeDiscord discord)
        : base(discord)
    {
        _app = app;
        _client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        _endpoint = new Uri(address, "discord/interactions");
    }

    public override bool HasMessages => false;

    public static async Task<ChatDriver> StartAsync(ChatSetup setup)
    {
        var discord = await FakeDiscord.StartAsync();
        setup.Configuration["Discord:ApplicationId"] = FakeDiscord.ApplicationId;
        setup.Configuration["Discord:PublicKey"] = discord.Interactions.PublicKey;
        setup.Configuration["Discord:BotToken"] = discord.BotToken;
        setup.Configuration["Discord:ApiUrl"] = discord.ApiUrl.ToString();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(setup.Configuration);
        setup.AddTo(builder.Services);
        builder.Services.AddDiscord(builder.Configuration).AddHttpClient();
        setup.Watch(builder.Services);
        var app = builder.Build();
        app.MapDiscord();
        return new DiscordWebhookDriver(app, await app.StartOnLoopbackAsync(), discord);
    }

    public override Task<ChatAct> DirectMessageAsync(string text, string person = "ada") => TypeAsync(Direct(person), CommandNames.Ask, text);

    public override Task<ChatAct> MentionAsync(string text, string person = "ada") => TypeAsync(Channel(person), CommandNames.Ask, text);

    public override Task<ChatAct> FollowUpAsync(SeenReply to, string text, string person = "ada") => TypeAsync(Place(to, person), CommandNames.Ask, text);

    public override async Task RedeliverAsync(ChatAct act)
    {
        using var request = Discord.Interactions.Request(_endpoint, ((Act)act).Payload);
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public override async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Discord.DisposeAsync();
    }

    protected override async Task<FakeInteraction> TellAsync(JsonObject payload) =>
        (await Discord.Interactions.SendAsync(_client, _endpoint, payload, TestContext.Current.CancellationToken)).Interaction;
}
