using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using StoryBot.Testing.Waiting;

namespace StoryBot.Testing.Slack.SocketMode;

/// <summary>
/// Slack's Socket Mode on loopback: <c>apps.connections.open</c> with tickets that open one socket each, HELLO, envelopes that
/// go to one socket, redelivery of events that are not acknowledged, DISCONNECT frames followed by a real close, and at most
/// ten sockets. Mount it on the server of a <see cref="FakeSlack"/> with <see cref="MapTo"/>. Waiting goes by the clock that it is given.
/// </summary>
public sealed class FakeSocketMode(TimeProvider clock)
{
    /// <summary>Where sockets are opened.</summary>
    public const string Path = "/link/";

    // How long Slack waits for an acknowledgement.
    private static readonly TimeSpan AcknowledgeWithin = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, bool> _tickets = [];
    private readonly ConcurrentDictionary<int, SocketConnection> _sockets = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = [];
    private int _numbers;
    private int _turn;

    /// <summary>The app-level token.</summary>
    public string AppToken { get; set; } = "xapp-fake";

    /// <summary>The application's id.</summary>
    public string AppId { get; set; } = "A0STORYBOT";

    /// <summary>Whether Socket Mode is switched on for the application.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>The most sockets of the application; one more is refused with <c>too_many_websockets</c>. Default: Slack's own, ten.</summary>
    public int MostSockets { get; set; } = 10;

    /// <summary>How long Slack waits before each repetition of an event. Default: Slack's own, at once, a minute and five minutes.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>Every call of <c>apps.connections.open</c>: null where it gave an address, else the error.</summary>
    public Record<string?> Opened { get; } = new();

    /// <summary>The number of each socket that got its HELLO.</summary>
    public Record<int> Greeted { get; } = new();

    /// <summary>The number of each socket that ended.</summary>
    public Record<int> Ended { get; } = new();

    /// <summary>What was sent.</summary>
    public Record<SocketEnvelope> Sent { get; } = new();

    /// <summary>What was acknowledged.</summary>
    public Record<SocketAcknowledgement> Acknowledged { get; } = new();

    /// <summary>How many sockets are open.</summary>
    public int OpenSockets => _sockets.Count;

    /// <summary>Mounts the sockets on a server. The server needs web sockets, which this switches on.</summary>
    public void MapTo(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseWebSockets();
        app.Map(Path, AcceptAsync);
        app.MapPost("/api/apps.connections.open", (HttpRequest request) => Results.Json(Open(request)));
    }

    /// <summary>The answer to <c>apps.connections.open</c>: the address of one socket, or why there is none.</summary>
    private JsonObject Open(HttpRequest request)
    {
        var error = ErrorOf(request.Headers.Authorization.ToString());
        Opened.Add(error);
        if (error is not null)
        {
            return new JsonObject { ["ok"] = false, ["error"] = error };
        }

        var ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = true;
        return new JsonObject { ["ok"] = true, ["url"] = $"ws://{request.Host}{Path}?ticket={ticket}&app_id={AppId}" };
    }

    /// <summary>
    /// Delivers an event (<c>events_api</c>) until it is acknowledged: once, and up to three times again with the same event and
    /// a new envelope, after <see cref="RetryDelays"/>.
    /// </summary>
    /// <returns>Whether it was acknowledged.</returns>
    public async Task<bool> DeliverAsync(JsonObject payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        for (var attempt = 0; attempt <= RetryDelays.Count; attempt++)
        {
            if (attempt > 0)
            {
                await Task.Delay(RetryDelays[attempt - 1], clock);
            }

            if (await SendAsync("events_api", payload, attempt))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sends a slash command or an interaction, which is never delivered again.</summary>
    /// <param name="type"><c>slash_commands</c> or <c>interactive</c>.</param>
    /// <param name="payload">What it holds.</param>
    /// <returns>Whether it was acknowledged in time; the person sees an error where it was not.</returns>
    public Task<bool> SendAsync(string type, JsonObject payload) => SendAsync(type, payload, attempt: 0);

    /// <summary>Sends a DISCONNECT frame on every socket or on one, and closes what Slack would.</summary>
    /// <param name="reason"><c>warning</c>, after which Slack goes on for a while; <c>refresh_requested</c> or <c>link_disabled</c>.</param>
    /// <param name="number">The number of the one socket; null for all.</param>
    public async Task DisconnectAsync(string reason, int? number = null)
    {
        foreach (var socket in _sockets.Values.Where(socket => number is null || socket.Number == number))
        {
            await socket.WriteDisconnectAsync(reason);
            if (reason != "warning")
            {
                await socket.CloseAsync();
            }
        }
    }

    /// <summary>Sends a frame as it is on every socket, whatever it says.</summary>
    public async Task WriteAsync(JsonObject frame)
    {
        foreach (var socket in _sockets.Values)
        {
            await socket.TryWriteAsync(frame);
        }
    }

    /// <summary>Drops every socket without a word.</summary>
    public void Abort()
    {
        foreach (var socket in _sockets.Values)
        {
            socket.Abort();
        }
    }

    internal void Take(SocketAcknowledgement acknowledgement)
    {
        Acknowledged.Add(acknowledgement);
        if (_waiting.TryRemove(acknowledgement.Envelope, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    private string? ErrorOf(string authorization) => authorization switch
    {
        "" => "not_authed",
        _ when authorization == $"Bearer {AppToken}" => IsOn ? null : "not_enabled",
        _ when authorization.StartsWith("Bearer xapp-", StringComparison.Ordinal) => "invalid_auth",
        _ => "not_allowed_token_type",
    };

    private async Task<bool> SendAsync(string type, JsonObject payload, int attempt)
    {
        if (Next() is not { } socket)
        {
            return false;
        }

        var id = Guid.NewGuid().ToString();
        var acknowledged = _waiting[id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Sent.Add(new SocketEnvelope(socket.Number, id, type, attempt));
        try
        {
            await socket.TryWriteAsync(Envelope(id, type, payload, attempt));
            await acknowledged.Task.WaitAsync(AcknowledgeWithin, clock, socket.Gone);
            return true;
        }
        catch (Exception missing) when (missing is TimeoutException or OperationCanceledException)
        {
            return false;
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    private SocketConnection? Next()
    {
        var open = _sockets.OrderBy(socket => socket.Key).Select(socket => socket.Value).ToList();
        return open.Count == 0 ? null : open[(int)((uint)Interlocked.Increment(ref _turn) % (uint)open.Count)];
    }

    private static JsonObject Envelope(string id, string type, JsonObject payload, int attempt)
    {
        var envelope = new JsonObject
        {
            ["envelope_id"] = id,
            ["type"] = type,
            ["accepts_response_payload"] = type != "events_api",
            ["payload"] = payload.DeepClone(),
        };
        if (type == "events_api")
        {
            envelope["retry_attempt"] = attempt;
            envelope["retry_reason"] = attempt == 0 ? string.Empty : "timeout";
        }

        return envelope;
    }

    private async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        using var connection = new SocketConnection(this, Interlocked.Increment(ref _numbers), context, socket);
        if (_sockets.Count >= MostSockets)
        {
            await connection.WriteDisconnectAsync("too_many_websockets");
            await connection.CloseAsync();
            await connection.RunAsync();
            return;
        }

        _sockets[connection.Number] = connection;
        await connection.TryWriteAsync(Hello());
        Greeted.Add(connection.Number);
        await connection.RunAsync();
        _sockets.TryRemove(connection.Number, out _);
        Ended.Add(connection.Number);
        await connection.CloseAsync();
    }

    private JsonObject Hello() => new()
    {
        ["type"] = "hello",
        ["num_connections"] = _sockets.Count,
        ["debug_info"] = new JsonObject { ["host"] = "applink-1", ["build_number"] = 1, ["approximate_connection_time"] = 18060 },
        ["connection_info"] = new JsonObject { ["app_id"] = AppId },
    };
}
