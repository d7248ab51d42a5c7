using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using StoryBot.Testing.Waiting;

namespace StoryBot.Testing.Discord.Gateway;

/// <summary>
/// Discord's gateway on loopback: HELLO, IDENTIFY, READY and GUILD_CREATE, heartbeats, RESUME with a replay, reconnects and
/// invalid sessions on request, the close codes for a wrong token and a forbidden intent, <c>zlib-stream</c> with one context
/// a connection, and the gating of message content. Mount it on the server of a
/// <see cref="FakeDiscord"/> with <see cref="MapTo"/>, and let that name it as its gateway.
/// </summary>
public sealed class FakeGateway(TimeProvider clock)
{
    /// <summary>Where it is mounted.</summary>
    public const string Path = "/gateway";

    private readonly ConcurrentDictionary<string, GatewaySession> _sessions = [];
    private int _connections;

    /// <summary>The bot's token, without the word "Bot".</summary>
    public string Token { get; set; } = "fake-bot-token";

    /// <summary>The privileged intents that are switched on for the application.</summary>
    public GatewayIntent AllowedIntents { get; set; }

    /// <summary>The servers that the bot is in.</summary>
    public IReadOnlyList<FakeGuild> Guilds { get; set; } = [];

    /// <summary>How often a client has to send a heartbeat.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(41.25);

    /// <summary>Whether heartbeats are acknowledged; a client whose are not has to reconnect.</summary>
    public bool AcknowledgesHeartbeats { get; set; } = true;

    /// <summary>Whether GUILD_CREATE follows READY.</summary>
    public bool AnnouncesGuilds { get; set; } = true;

    /// <summary>What clients sent.</summary>
    public Record<GatewayFrame> Received { get; } = new();

    /// <summary>A session each time it was started or resumed.</summary>
    public Record<GatewaySession> Connected { get; } = new();

    internal TimeProvider Clock => clock;

    /// <summary>Mounts the gateway on a server. The server needs web sockets, which this switches on.</summary>
    public void MapTo(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseWebSockets();
        app.Map(Path, AcceptAsync);
    }

    /// <summary>Sends an event to the sessions that may see it, and keeps it for those that resume.</summary>
    /// <param name="type">The event's name, such as MESSAGE_CREATE.</param>
    /// <param name="data">Its payload; not changed.</param>
    public async Task DispatchAsync(string type, JsonObject data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var guild = data["guild_id"]?.GetValue<string>();
        foreach (var session in _sessions.Values.Where(session => session.Serves(guild) && Sees(session, type, guild)))
        {
            await session.DispatchAsync(type, type == "MESSAGE_CREATE" ? Gate(session, data) : data.DeepClone().AsObject());
        }
    }

    /// <summary>Drops every connection without a word, or that of one shard alone.</summary>
    public void Abort(int? shard = null)
    {
        foreach (var connection in Connections(shard))
        {
            connection.Abort();
        }
    }

    /// <summary>Asks every client to reconnect and resume (opcode 7).</summary>
    public Task AskToReconnectAsync() => Task.WhenAll(Connections().Select(connection => connection.TryWriteAsync(new JsonObject { ["op"] = 7, ["d"] = null })));

    /// <summary>
    /// Declares every session invalid (opcode 9), and sends no more on its connection. One that can be resumed goes on for whoever
    /// connects again; else it is forgotten, with all that it kept.
    /// </summary>
    public async Task InvalidateAsync(bool canResume)
    {
        var connections = Connections();
        if (!canResume)
        {
            Forget();
        }

        foreach (var connection in connections)
        {
            connection.Detach();
            await connection.TryWriteAsync(new JsonObject { ["op"] = 9, ["d"] = canResume });
        }
    }

    /// <summary>Forgets every session, so that a resume is refused.</summary>
    public void Forget() => _sessions.Clear();

    /// <summary>Closes every connection with a code.</summary>
    public Task CloseAsync(int code) => Task.WhenAll(Connections().Select(connection => connection.CloseAsync(code)));

    internal bool Knows(string? token) => token == Token;

    internal GatewaySession? Find(string session) => _sessions.GetValueOrDefault(session);

    internal GatewaySession Open(int shard, int shards, GatewayIntent intents)
    {
        var session = new GatewaySession(Guid.NewGuid().ToString("N"), shard, shards, intents);
        _sessions[session.Id] = session;
        return session;
    }

    internal IEnumerable<(string Type, JsonObject Data)> FirstDispatches(GatewaySession session, HttpRequest request)
    {
        var guilds = Guilds.Where(guild => session.Serves(guild.Id)).ToList();
        yield return ("READY", Ready(session, guilds, request));
        if (AnnouncesGuilds)
        {
            foreach (var guild in guilds)
            {
                yield return ("GUILD_CREATE", guild.Describe(FakeDiscord.ApplicationId));
            }
        }
    }

    internal static string ReasonOf(int code) => code switch
    {
        4001 => "Unknown opcode.",
        4002 => "Error while decoding payload.",
        4004 => "Authentication failed.",
        4008 => "Rate limited.",
        4014 => "Disallowed intent(s).",
        _ => code.ToString(CultureInfo.InvariantCulture),
    };

    private List<GatewayConnection> Connections(int? shard = null) =>
        [.. _sessions.Values.Where(session => shard is null || session.Shard == shard).Select(session => session.Connection).OfType<GatewayConnection>()];

    private async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        // Without this the server would ping on its own and hide a dead connection.
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        using var connection = new GatewayConnection(this, Interlocked.Increment(ref _connections), context, socket);
        await connection.RunAsync();
        if (socket.State is WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
    }

    private static bool Sees(GatewaySession session, string type, string? guild) => type switch
    {
        "MESSAGE_CREATE" => session.Intents.HasFlag(guild is null ? GatewayIntent.DirectMessages : GatewayIntent.GuildMessages),
        "GUILD_CREATE" or "THREAD_CREATE" or "CHANNEL_CREATE" => session.Intents.HasFlag(GatewayIntent.Guilds),
        _ => true,
    };

    // Without the intent a bot sees what is said only in direct messages, in its own messages and where it is mentioned.
    private static JsonObject Gate(GatewaySession session, JsonObject message)
    {
        var gated = message.DeepClone().AsObject();
        var mentioned = message["mentions"]?.AsArray().Any(user => user!["id"]!.GetValue<string>() == FakeDiscord.ApplicationId) ?? false;
        if (session.Intents.HasFlag(GatewayIntent.MessageContent) || message["guild_id"] is null || mentioned
            || message["author"]!["id"]!.GetValue<string>() == FakeDiscord.ApplicationId)
        {
            return gated;
        }

        gated["content"] = string.Empty;
        gated["embeds"] = new JsonArray();
        gated["attachments"] = new JsonArray();
        gated["components"] = new JsonArray();
        return gated;
    }

    private static JsonObject Ready(GatewaySession session, IEnumerable<FakeGuild> guilds, HttpRequest request) => new()
    {
        ["v"] = 10,
        ["user"] = DiscordUsers.Bot(FakeDiscord.ApplicationId),
        ["session_id"] = session.Id,
        ["session_type"] = "normal",
        ["resume_gateway_url"] = $"ws://{request.Host}{Path}",
        ["shard"] = new JsonArray(session.Shard, session.Shards),
        ["application"] = new JsonObject { ["id"] = FakeDiscord.ApplicationId, ["flags"] = 0 },
        ["guilds"] = new JsonArray([.. guilds.Select(guild => (JsonNode)new JsonObject { ["id"] = guild.Id, ["unavailable"] = true })]),
        ["private_channels"] = new JsonArray(),
        ["relationships"] = new JsonArray(),
    };
}
