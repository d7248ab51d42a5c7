using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using StoryBot.Testing.Slack.Methods;
using StoryBot.Testing.Waiting;

namespace StoryBot.Testing.Slack;

/// <summary>
/// Slack on a loopback port: the parts of its Web API that a bot uses, response URLs, uploads, and a sender of signed requests
/// (<see cref="Requests"/>). Faithful in what bots get wrong: <c>ok: false</c> at status 200, scopes, Block Kit's limits,
/// timestamps that grow per channel, forms and JSON. Safe to share between threads.
/// </summary>
public sealed class FakeSlack : IAsyncDisposable
{
    /// <summary>The workspace.</summary>
    public const string TeamId = "T0FAKE";

    /// <summary>The bot's user.</summary>
    public const string BotUser = "U0BOT";

    /// <summary>The bot's id as a bot.</summary>
    public const string BotId = "B0BOT";

    /// <summary>The app.</summary>
    public const string AppId = "A0APP";

    /// <summary>A channel that the bot is in from the start.</summary>
    public const string General = "C0GENERAL";

    private readonly WebApplication _app;
    private readonly SlackState _state;
    private readonly FakeResponseUrls _responseUrls;
    private readonly SlackPipeline _pipeline;

    private FakeSlack(WebApplication app, TimeProvider clock)
    {
        _app = app;
        Clock = clock;
        _state = new SlackState(clock);
        _responseUrls = new FakeResponseUrls(_state, Announce);
        var files = new FileMethods(_state, () => new Uri(Address, "upload/").ToString());
        _pipeline = new SlackPipeline(this, _state);
        new ChatMethods(_state, Faults, Announce).AddTo(this);
        new ConversationMethods(_state).AddTo(this);
        new ViewMethods(_state, Modals.Add).AddTo(this);
        files.AddTo(this);
        Requests = new SlackRequests(this, clock);
        app.Map("/api/{method}", (string method, Microsoft.AspNetCore.Http.HttpContext context) => _pipeline.HandleMethodAsync(context, method));
        app.MapPost("/response/{id}", (string id, Microsoft.AspNetCore.Http.HttpContext context) => _pipeline.HandleAddressAsync(context, "response_url", call => _responseUrls.Respond(id, call)));
        app.MapPost("/upload/{id}", (string id, Microsoft.AspNetCore.Http.HttpContext context) => _pipeline.HandleAddressAsync(context, "upload", call => files.Upload(id, call)));
        Add(new FakeSlackChannel(General));
    }

    /// <summary>The server's address.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The base of the Web API to configure, with its slash.</summary>
    public Uri ApiUrl => new(Address, "api/");

    /// <summary>The token that the bot has to have.</summary>
    public string BotToken { get; set; } = "xoxb-fake-bot-token";

    /// <summary>The secret that requests are signed with.</summary>
    public string SigningSecret { get; set; } = "8f742231b10e4c1fabcd9987ef6543ab";

    /// <summary>The scopes that the token has; a method that needs another is refused.</summary>
    public HashSet<string> Scopes { get; } = ["chat:write", "im:write", "channels:history", "files:write", "commands"];

    /// <summary>What goes wrong by script.</summary>
    public SlackFaults Faults { get; } = new();

    /// <summary>Sends what people do to the bot, signed as Slack signs it.</summary>
    public SlackRequests Requests { get; }

    /// <summary>Hears of every message of the bot's, as events would tell it.</summary>
    public Action<FakeSlackMessage>? MessageWritten { get; set; }

    /// <summary>The calls so far, oldest first, and a way to wait for one.</summary>
    public Record<SlackCall> Calls { get; } = new();

    /// <summary>Every message of the bot's when it was written, and a way to wait for one; changes are written anew.</summary>
    public Record<FakeSlackMessage> Written { get; } = new();

    /// <summary>What no client of Slack's should do, such as sending its token to a response URL.</summary>
    public Record<string> Violations { get; } = new();

    /// <summary>The messages that there are, oldest first, those for one person included.</summary>
    public IReadOnlyList<FakeSlackMessage> Messages => Read(state => state.Messages.ToList());

    /// <summary>The forms that were opened, and a way to wait for one.</summary>
    public Record<JsonObject> Modals { get; } = new();

    /// <summary>The Home tabs by person.</summary>
    public IReadOnlyDictionary<string, JsonObject> Homes => Read(state => state.Homes.ToDictionary());

    /// <summary>The working statuses that were set, oldest first.</summary>
    public IReadOnlyList<(string Channel, string Thread, string Status)> Statuses => Read(state => state.Statuses.ToList());

    /// <summary>The files.</summary>
    public IReadOnlyList<FakeSlackFile> Files => Read(state => state.Files.Values.ToList());

    internal TimeProvider Clock { get; }

    /// <summary>A Slack that listens.</summary>
    /// <param name="clock">Its clock; the system's when null.</param>
    /// <param name="mount">Adds more to the server, such as sockets, before it starts.</param>
    public static async Task<FakeSlack> StartAsync(TimeProvider? clock = null, Action<WebApplication>? mount = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var fake = new FakeSlack(builder.Build(), clock ?? TimeProvider.System);
        mount?.Invoke(fake._app);
        fake.Address = await fake._app.StartOnLoopbackAsync();
        return fake;
    }

    /// <summary>Adds a method of the Web API, or puts another in its place.</summary>
    /// <param name="name">The method.</param>
    /// <param name="scope">The scope that it needs; null for none.</param>
    /// <param name="answer">What it answers; throws <see cref="SlackRefusalException"/> for <c>ok: false</c>. Called one at a time.</param>
    /// <param name="token">The token that it needs; null for the bot's.</param>
    public void AddMethod(string name, string? scope, Func<SlackCall, JsonObject> answer, Func<string>? token = null) =>
        _pipeline.Add(name, new SlackMethod(scope, token ?? (() => BotToken), answer));

    /// <summary>Adds a channel, or changes what the bot may do in it.</summary>
    public FakeSlackChannel Add(FakeSlackChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Read(state => state.Channels[channel.Id] = channel);
    }

    /// <summary>Deletes a channel.</summary>
    public void RemoveChannel(string id) => Read(state => state.Channels.Remove(id));

    /// <summary>The direct message between the bot and a person.</summary>
    public FakeSlackChannel Direct(string person) => Read(state => state.Direct(person));

    /// <summary>Notes what a person writes; the bot hears of it by an event.</summary>
    public FakeSlackMessage Say(string channel, string person, string text, string? thread = null) => Read(state =>
    {
        var message = new FakeSlackMessage(channel, state.NextTs(channel), person, text) { Thread = thread };
        state.Messages.Add(message);
        return message;
    });

    /// <summary>A trigger that lasts three seconds.</summary>
    public string NewTrigger() => Read(state =>
    {
        var trigger = $"{state.NextNumber()}.{Clock.GetUtcNow().ToUnixTimeMilliseconds()}.fake";
        state.Triggers[trigger] = state.Now + TimeSpan.FromSeconds(3);
        return trigger;
    });

    /// <summary>A response URL for a person in a channel.</summary>
    public string NewResponseUrl(string channel, string person) => _responseUrls.New(new Uri(Address, "response/").ToString(), channel, person);

    /// <summary>A number that was not used before, for ids.</summary>
    public int NextNumber() => Read(state => state.NextNumber());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Requests.Dispose();
        await _app.DisposeAsync();
    }

    private T Read<T>(Func<SlackState, T> read)
    {
        lock (_state.Lock)
        {
            return read(_state);
        }
    }

    private void Announce(FakeSlackMessage message)
    {
        Written.Add(message);
        MessageWritten?.Invoke(message);
    }
}
