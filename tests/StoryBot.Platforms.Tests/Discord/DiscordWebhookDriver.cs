using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Platforms.Discord;
using StoryBot.Testing.Chat;
using StoryBot.Testing.Discord;

namespace StoryBot.Platforms.Tests.Discord;

/// <summary>People on a fake Discord whose bot takes interactions by webhook. Ordinary messages do not come that way.</summary>
internal sealed class DiscordWebhookDriver : ChatDriver
{
    private static readonly Dictionary<string, string> People = new() { ["ada"] = "700000000000000001", ["ben"] = "700000000000000002" };

    private readonly WebApplication _app;
    private readonly FakeDiscord _discord;
    private readonly HttpClient _client;
    private readonly Uri _endpoint;

    private DiscordWebhookDriver(WebApplication app, FakeDiscord discord)
    {
        _app = app;
        _discord = discord;
        _client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        _endpoint = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/discord/interactions");
    }

    public override bool HasMessages => false;

    public override int MessageCount => _discord.Messages.Count(message => !message.IsLoading);

    private InteractionPayloads Payloads => _discord.Interactions.Payloads;

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
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        return new DiscordWebhookDriver(app, discord);
    }

    public override Task<ChatAct> CommandAsync(string slashName, string text, string person = "ada") => TypeAsync(Channel(person), slashName, text);

    public override Task<ChatAct> DirectMessageAsync(string text, string person = "ada") => TypeAsync(Direct(person), CommandNames.Ask, text);

    public override Task<ChatAct> MentionAsync(string text, string person = "ada") => TypeAsync(Channel(person), CommandNames.Ask, text);

    public override Task<ChatAct> FollowUpAsync(SeenReply to, string text, string person = "ada") => TypeAsync(Place(to, person), CommandNames.Ask, text);

    public override Task<ChatAct> PressAsync(SeenReply under, SeenButton button, string person = "ada") =>
        ActAsync(Place(under, person), Payloads.Press(Place(under, person), button.Id, MessageOf(under)));

    public override async Task<ChatAct> GiveFeedbackAsync(SeenReply under, FeedbackReason reason, string note, string person = "ada")
    {
        var place = Place(under, person);
        var button = Assert.IsType<SeenButton>(under.Button("Something wrong?"));
        var opened = await TellAsync(Payloads.Press(place, button.Id, MessageOf(under)));
        Assert.Equal(9, opened.Type);
        var form = opened.Answer!["data"]!;
        var fields = form["components"]!.AsArray().Select(label => label!["component"]!.AsObject()).ToList();
        var choice = Assert.Single(fields, field => field["type"]!.GetValue<int>() == 3);
        var chosen = choice["options"]!.AsArray().Select(option => option!["value"]!.GetValue<string>()).Single(value => FeedbackForm.ParseReason(value) == reason);
        var text = Assert.Single(fields, field => field["type"]!.GetValue<int>() == 4);
        return await ActAsync(place, Payloads.Form(place, form["custom_id"]!.GetValue<string>(), (IdOf(choice), chosen), (IdOf(text), note)));
    }

    public override Task<ChatAct> CheckMessageAsync(string message, string person = "ada") =>
        ActAsync(Channel(person), Payloads.MessageCommand(Channel(person), CommandCatalogue.CheckMessageName, message));

    public override async Task RedeliverAsync(ChatAct act)
    {
        using var request = _discord.Interactions.Request(_endpoint, ((Act)act).Payload);
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    // Where everyone sees the reply, the words that confirm it to the asker are not part of it.
    public override SeenReply Read(ChatAct act)
    {
        var all = _discord.Messages.Where(message => message.Interaction == ((Act)act).Id && !message.IsLoading).ToList();
        var shown = all.Exists(message => !message.IsEphemeral) ? all.FindAll(message => !message.IsEphemeral) : all;
        Assert.Empty(_discord.Violations);
        return new SeenReply([.. shown.Select(Seen)], shown.TrueForAll(message => message.IsEphemeral)) { Handle = new Shown(((Act)act).Place, shown[^1].Id) };
    }

    public override async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _discord.DisposeAsync();
    }

    // Somebody who fills in the command's form gives each option its words.
    private Task<ChatAct> TypeAsync(InteractionPlace place, string slashName, string text)
    {
        ChatRequest.Command command = CommandCatalogue.Read(slashName, text);
        var name = slashName == CommandNames.Ask ? CommandNames.Ask : $"{CommandNames.Story} {command.Name}";
        return ActAsync(place, Payloads.Slash(place, name, [.. command.Options.Select(option => (option.Key, option.Value))]));
    }

    private async Task<ChatAct> ActAsync(InteractionPlace place, JsonObject payload)
    {
        var exchange = await TellAsync(payload);
        Assert.Equal(5, exchange.Type);
        return new Act(exchange.Interaction.Id, place, payload);
    }

    private Task<InteractionExchange> TellAsync(JsonObject payload) =>
        _discord.Interactions.SendAsync(_client, _endpoint, payload, TestContext.Current.CancellationToken);

    private static SeenMessage Seen(FakeMessage message) =>
        new(DiscordPlainText.Of(message.Text), [.. message.Buttons.Select(button => new SeenButton(button.Label, button.CustomId))]) { Mentions = message.Notifies };

    private static InteractionPlace Channel(string person) => InteractionPlace.Server with { Person = People[person] };

    private static InteractionPlace Direct(string person) => InteractionPlace.Direct with { Person = People[person], Channel = "8" + People[person][1..] };

    private static InteractionPlace Place(SeenReply reply, string person) => ((Shown)reply.Handle!).Place with { Person = People[person] };

    private static string MessageOf(SeenReply reply) => ((Shown)reply.Handle!).Message;

    private static string IdOf(JsonObject field) => field["custom_id"]!.GetValue<string>();

    private sealed record Act(string Id, InteractionPlace Place, JsonObject Payload) : ChatAct;

    private sealed record Shown(InteractionPlace Place, string Message);
}
