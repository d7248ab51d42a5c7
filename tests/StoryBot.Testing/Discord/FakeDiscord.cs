using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using StoryBot.Testing.Discord.Rest;
using StoryBot.Testing.Waiting;

namespace StoryBot.Testing.Discord;

/// <summary>
/// Discord on a loopback port: the parts of its HTTP interface that a bot uses, interactions by webhook or gateway, rate limits
/// and scripted faults. Each request and each answer is checked against Discord's own specification where that is at hand; a
/// request that breaks it is refused, and both are noted in <see cref="Violations"/>. Safe to share between threads.
/// </summary>
public sealed class FakeDiscord : IAsyncDisposable
{
    /// <summary>The application's id, which is the bot user's as well.</summary>
    public const string ApplicationId = "900000000000000001";

    private readonly WebApplication _app;
    private readonly DiscordState _state;
    private readonly ConcurrentQueue<DiscordCall> _calls = [];
    private readonly Record<(DiscordCall Call, DiscordAnswer Answer)> _answers = new();
    private readonly ConcurrentQueue<string> _violations = [];

    private FakeDiscord(WebApplication app, TimeProvider clock)
    {
        _app = app;
        Clock = clock;
        Ids = new DiscordSnowflakes(clock);
        Buckets = new DiscordBuckets(clock);
        _state = new DiscordState(Ids, clock, ApplicationId);
        Interactions = new FakeInteractions(_state, Ids, clock, Violate, Announce);
        IReadOnlyList<DiscordRoute> routes =
        [
            .. new ApplicationRoutes(_state, Ids, ApplicationId, () => GatewayUrl).All,
            .. new InteractionRoutes(_state, Announce).All,
            .. new ChannelRoutes(_state, Ids, Announce).All,
        ];
        var pipeline = new DiscordPipeline(this, _state, routes);
        app.Map(DiscordCallReader.Base + "/{**path}", pipeline.HandleAsync);
    }

    /// <summary>The base address to configure, with its slash.</summary>
    public Uri ApiUrl { get; private set; } = null!;

    /// <summary>What a bot is told to connect its gateway to. Default: this server, without a path.</summary>
    public string GatewayUrl { get; set; } = string.Empty;

    /// <summary>The token that the bot has to have, without the word "Bot".</summary>
    public string BotToken { get; set; } = "fake-bot-token";

    /// <summary>The rate limits.</summary>
    public DiscordBuckets Buckets { get; }

    /// <summary>What goes wrong by script.</summary>
    public DiscordFaults Faults { get; } = new();

    /// <summary>New ids.</summary>
    public DiscordSnowflakes Ids { get; }

    /// <summary>What people do with the bot.</summary>
    public FakeInteractions Interactions { get; }

    /// <summary>Hears of every message of the bot's, as the gateway would tell it.</summary>
    public Action<FakeMessage>? MessageWritten { get; set; }

    /// <summary>The requests so far, oldest first.</summary>
    public IReadOnlyList<DiscordCall> Calls => [.. _calls];

    /// <summary>The requests that were answered by rule and not by script, with their answers.</summary>
    public IReadOnlyList<(DiscordCall Call, DiscordAnswer Answer)> Answers => _answers.Items;

    /// <summary>The first request that fits and its answer, now or as soon as there is one.</summary>
    public Task<(DiscordCall Call, DiscordAnswer Answer)> FirstAnswerAsync(Func<DiscordCall, bool> fits) => _answers.FirstAsync(entry => fits(entry.Call));

    /// <summary>Where a request or an answer was not as Discord's specification has it.</summary>
    public IReadOnlyList<string> Violations => [.. _violations];

    /// <summary>The messages that there are, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_state.Lock)
            {
                return [.. _state.Messages];
            }
        }
    }

    internal TimeProvider Clock { get; }

    /// <summary>A Discord that listens.</summary>
    /// <param name="clock">Its clock; the system's when null.</param>
    /// <param name="mount">Adds more to the server, such as a gateway, before it starts.</param>
    public static async Task<FakeDiscord> StartAsync(TimeProvider? clock = null, Action<WebApplication>? mount = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var fake = new FakeDiscord(builder.Build(), clock ?? TimeProvider.System);
        mount?.Invoke(fake._app);
        var address = await fake._app.StartOnLoopbackAsync();
        fake.ApiUrl = new Uri(address, DiscordCallReader.Base + "/");
        fake.GatewayUrl = $"ws://{address.Authority}";
        return fake;
    }

    /// <summary>Adds a channel, or changes what the bot may do in it.</summary>
    public FakeChannel Add(FakeChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_state.Lock)
        {
            return _state.Channels[channel.Id] = channel;
        }
    }

    /// <summary>Deletes a channel.</summary>
    public void RemoveChannel(string id)
    {
        lock (_state.Lock)
        {
            _state.Channels.Remove(id);
        }
    }

    /// <summary>Deletes a message.</summary>
    public void RemoveMessage(string id)
    {
        lock (_state.Lock)
        {
            _state.Remove(id);
        }
    }

    /// <summary>The commands that are registered; those of one server where it is named.</summary>
    public JsonArray Commands(string guild = "")
    {
        lock (_state.Lock)
        {
            return _state.Commands.GetValueOrDefault(guild)?.DeepClone().AsArray() ?? [];
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal void Note(DiscordCall call) => _calls.Enqueue(call);

    internal void NoteAnswer(DiscordCall call, DiscordAnswer answer) => _answers.Add((call, answer));

    internal void Violate(string what) => _violations.Enqueue(what);

    private void Announce(FakeMessage message) => MessageWritten?.Invoke(message);
}
