using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StoryBot.Platforms.Discord;
using StoryBot.Sockets.Discord;
using StoryBot.Testing.Chat;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Discord.Gateway;

namespace StoryBot.Sockets.Tests.Discord;

/// <summary>People on a fake Discord whose bot is connected by gateway.</summary>
internal sealed class GatewayChatDriver : DiscordChatDriver
{
    private readonly IHost _host;
    private readonly FakeGateway _gateway;
    private readonly GatewayPayloads _messages;
    private readonly ChatSetup _setup;

    private GatewayChatDriver(IHost host, FakeDiscord discord, FakeGateway gateway, ChatSetup setup)
        : base(discord)
    {
        _host = host;
        _gateway = gateway;
        _messages = new GatewayPayloads(discord, TimeProvider.System);
        _setup = setup;
    }

    public static async Task<ChatDriver> StartAsync(ChatSetup setup)
    {
        var gateway = new FakeGateway(TimeProvider.System) { Guilds = [new FakeGuild(InteractionPlace.Server.Guild!, [InteractionPlace.Server.Channel])] };
        var discord = await FakeDiscord.StartAsync(mount: gateway.MapTo);
        discord.GatewayUrl += FakeGateway.Path;
        foreach (var place in People.Select(Direct).Append(InteractionPlace.Server))
        {
            discord.Add(new FakeChannel(place.Channel, place.Guild));
        }

        setup.Configuration["Discord:Gateway"] = "true";
        setup.Configuration["Discord:ApplicationId"] = FakeDiscord.ApplicationId;
        setup.Configuration["Discord:BotToken"] = discord.BotToken;
        setup.Configuration["Discord:ApiUrl"] = discord.ApiUrl.ToString();
        var log = new RecordingLog();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(setup.Configuration);
        setup.AddTo(builder.Services);
        builder.Logging.AddProvider(log);
        builder.Services.AddDiscord(builder.Configuration);
        setup.Watch(builder.Services);
        new DiscordGatewayModule().AddTo(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        await log.Lines.FirstAsync(line => line.Message == $"{DiscordGateway.Name} is connected.");
        return new GatewayChatDriver(host, discord, gateway, setup);
    }

    public override Task<ChatAct> DirectMessageAsync(string text, string person = "ada") => WriteAsync(Direct(person), text);

    public override Task<ChatAct> MentionAsync(string text, string person = "ada") => WriteAsync(Channel(person), $"<@{FakeDiscord.ApplicationId}> {text}");

    // Discord lets a bot read a message in a server that answers one of its own, which counts as a mention.
    public override Task<ChatAct> FollowUpAsync(SeenReply to, string text, string person = "ada") => WriteAsync(Place(to, person), text, isReply: true);

    // As after a resume that overlaps with what had come already.
    public override Task RedeliverAsync(ChatAct act) =>
        _gateway.DispatchAsync(((Act)act).IsMessage ? "MESSAGE_CREATE" : "INTERACTION_CREATE", ((Act)act).Payload);

    public override SeenReply Read(ChatAct act)
    {
        var done = (Act)act;
        if (done.IsMessage)
        {
            Assert.Equal(done.Id, Discord.Messages.First(message => Answers(message, done)).Answers);
        }

        return base.Read(act);
    }

    public override async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await Discord.DisposeAsync();
    }

    protected override bool Answers(FakeMessage message, Act act) => act.IsMessage
        ? message.Nonce?.StartsWith(_setup.Replies.Sent.Single(sent => sent.To.Message == act.Id).Key + "-", StringComparison.Ordinal) ?? false
        : base.Answers(message, act);

    protected override async Task<FakeInteraction> TellAsync(JsonObject payload)
    {
        var interaction = Discord.Interactions.Open(payload);
        await _gateway.DispatchAsync("INTERACTION_CREATE", payload);
        await Discord.FirstAnswerAsync(call => call.Path.Contains($"/interactions/{interaction.Id}/", StringComparison.Ordinal));
        return interaction;
    }

    private async Task<ChatAct> WriteAsync(InteractionPlace place, string text, bool isReply = false)
    {
        var message = _messages.Message(place, text);
        if (isReply)
        {
            message["type"] = 19;
            message["mentions"] = new JsonArray(DiscordUsers.Bot(FakeDiscord.ApplicationId));
        }

        await _gateway.DispatchAsync("MESSAGE_CREATE", message);
        return new Act(message["id"]!.GetValue<string>(), place, message) { IsMessage = true };
    }
}
