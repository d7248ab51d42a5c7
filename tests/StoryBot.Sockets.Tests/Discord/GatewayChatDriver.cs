using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Platforms.Discord;
using StoryBot.Sockets.Discord;
using StoryBot.Testing.Chat;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Discord.Gateway;

namespace StoryBot.Sockets.Tests.Discord;

/// <summary>People on a fake Discord whose bot is connected by gateway.</summary>
internal sealed class GatewayChatDriver : ChatDriver
{
    private static readonly Dictionary<string, string> People = new() { ["ada"] = "700000000000000001", ["ben"] = "700000000000000002" };

    private readonly FakeGateway _gateway = new(TimeProvider.System)
    {
        Guilds = [new FakeGuild(InteractionPlace.Server.Guild!, [InteractionPlace.Server.Channel])],
    };

    private readonly ChatSetup _setup;
    private FakeDiscord _discord = null!;
    private GatewayPayloads _messages = null!;
    private IHost _host = null!;

    private GatewayChatDriver(ChatSetup setup) => _setup = setup;

    public override int MessageCount => _discord.Messages.Count(message => !message.IsLoading);

    private InteractionPayloads Payloads => _discord.Interactions.Payloads;

    public static async Task<ChatDriver> StartAsync(ChatSetup setup)
    {
        var driver = new GatewayChatDriver(setup);
        await driver.ConnectAsync();
        return driver;
    }

    public override Task<ChatAct> CommandAsync(string slashName, string text, string person = "ada")
    {
        ChatRequest.Command command = CommandCatalogue.Read(slashName, text);
        var name = slashName == CommandNames.Ask ? CommandNames.Ask : $"{CommandNames.Story} {command.Name}";
        return InteractAsync(Channel(person), Payloads.Slash(Channel(person), name, [.. command.Options.Select(option => (option.Key, option.Value))]));
    }

    public override Task<ChatAct> DirectMessageAsync(string text, string person = "ada") => WriteAsync(Direct(person), text);

    public override Task<ChatAct> MentionAsync(string text, string person = "ada") => WriteAsync(Channel(person), $"<@{FakeDiscord.ApplicationId}> {text}");

    // Discord lets a bot read a message in a server that answers one of its own, which counts as a mention.
    public override Task<ChatAct> FollowUpAsync(SeenReply to, string text, string person = "ada") => WriteAsync(Place(to, person), text, isReply: true);

    public override Task<ChatAct> PressAsync(SeenReply under, SeenButton button, string person = "ada") =>
        InteractAsync(Place(under, person), Payloads.Press(Place(under, person), button.Id, MessageOf(under)));

    public override async Task<ChatAct> GiveFeedbackAsync(SeenReply under, FeedbackReason reason, string note, string person = "ada")
    {
        var place = Place(under, person);
        var form = await TellAsync(Payloads.Press(place, Assert.IsType<SeenButton>(under.Button("Something wrong?")).Id, MessageOf(under)));
        Assert.Equal(9, form.AnsweredWith);
        var value = FeedbackForm.Reasons.Single(known => known.Reason == reason).Value;
        var id = form.AnswerData!["custom_id"]!.GetValue<string>();
        return await InteractAsync(place, Payloads.Form(place, id, (FeedbackForm.ReasonField, value), (FeedbackForm.NoteField, note)));
    }

    public override Task<ChatAct> CheckMessageAsync(string message, string person = "ada") =>
        InteractAsync(Channel(person), Payloads.MessageCommand(Channel(person), CommandCatalogue.CheckMessageName, message));

    // As after a resume that overlaps with what had come already.
    public override Task RedeliverAsync(ChatAct act) => _gateway.DispatchAsync(((Act)act).Type, ((Act)act).Payload);

    public override SeenReply Read(ChatAct act)
    {
        var own = (Act)act;
        var all = own.Type == "INTERACTION_CREATE"
            ? _discord.Messages.Where(message => message.Interaction == own.Id && !message.IsLoading).ToList()
            : _discord.Messages.Where(message => message.Nonce?.StartsWith(KeyOf(own) + "-", StringComparison.Ordinal) ?? false).ToList();
        if (own.Type == "MESSAGE_CREATE")
        {
            Assert.Equal(own.Id, all[0].Answers);
        }

        var shown = all.Exists(message => !message.IsEphemeral) ? all.FindAll(message => !message.IsEphemeral) : all;
        Assert.Empty(_discord.Violations);
        return new SeenReply([.. shown.Select(Seen)], shown.TrueForAll(message => message.IsEphemeral)) { Handle = new Shown(own.Place, shown[^1].Id) };
    }

    public override async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _discord.DisposeAsync();
    }

    private async Task ConnectAsync()
    {
        _discord = await FakeDiscord.StartAsync(mount: _gateway.MapTo);
        _discord.GatewayUrl += FakeGateway.Path;
        _messages = new GatewayPayloads(_discord, TimeProvider.System);
        foreach (var place in People.Keys.Select(Direct).Append(InteractionPlace.Server))
        {
            _discord.Add(new FakeChannel(place.Channel, place.Guild));
        }

        _setup.Configuration["Discord:Gateway"] = "true";
        _setup.Configuration["Discord:ApplicationId"] = FakeDiscord.ApplicationId;
        _setup.Configuration["Discord:BotToken"] = _discord.BotToken;
        _setup.Configuration["Discord:ApiUrl"] = _discord.ApiUrl.ToString();
        var log = new RecordingLog();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(_setup.Configuration);
        _setup.AddTo(builder.Services);
        builder.Logging.AddProvider(log);
        builder.Services.AddDiscord(builder.Configuration);
        _setup.Watch(builder.Services);
        new DiscordGatewayModule().AddTo(builder.Services);
        _host = builder.Build();
        await _host.StartAsync();
        await log.Lines.FirstAsync(line => line.Message == $"{DiscordGateway.Name} is connected.");
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
        return new Act(message["id"]!.GetValue<string>(), "MESSAGE_CREATE", place, message);
    }

    private async Task<ChatAct> InteractAsync(InteractionPlace place, JsonObject payload)
    {
        var interaction = await TellAsync(payload);
        Assert.Equal(5, interaction.AnsweredWith);
        return new Act(interaction.Id, "INTERACTION_CREATE", place, payload);
    }

    private async Task<FakeInteraction> TellAsync(JsonObject payload)
    {
        var interaction = _discord.Interactions.Open(payload);
        await _gateway.DispatchAsync("INTERACTION_CREATE", payload);
        await _discord.FirstAnswerAsync(call => call.Path.Contains($"/interactions/{interaction.Id}/", StringComparison.Ordinal));
        return interaction;
    }

    private string KeyOf(Act act) => _setup.Replies.Sent.Single(sent => sent.To.Message == act.Id).Key;

    private static SeenMessage Seen(FakeMessage message) =>
        new(DiscordPlainText.Of(message.Text), [.. message.Buttons.Select(button => new SeenButton(button.Label, button.CustomId))]) { Mentions = message.Notifies };

    private static InteractionPlace Channel(string person) => InteractionPlace.Server with { Person = People[person] };

    private static InteractionPlace Direct(string person) => InteractionPlace.Direct with { Person = People[person], Channel = "8" + People[person][1..] };

    private static InteractionPlace Place(SeenReply reply, string person) => ((Shown)reply.Handle!).Place with { Person = People[person] };

    private static string MessageOf(SeenReply reply) => ((Shown)reply.Handle!).Message;

    private sealed record Act(string Id, string Type, InteractionPlace Place, JsonObject Payload) : ChatAct;

    private sealed record Shown(InteractionPlace Place, string Message);
}
