using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using StoryBot.Testing.Waiting;

namespace StoryBot.Testing.Discord.Gateway;

/// <summary>One connection to the fake gateway: HELLO, then what the client sends, until either side closes.</summary>
internal sealed class GatewayConnection(FakeGateway gateway, int number, HttpContext context, WebSocket socket) : IDisposable
{
    // https://discord.com/developers/docs/events/gateway#sending-events
    private const int LongestFrame = 4096;
    private const int MostFramesPerMinute = 120;

    private readonly GatewayStream _stream = new(socket, context.Request.Query["compress"] == "zlib-stream");
    // The context itself may not be asked once the request is over, and writers come later than that.
    private readonly IHttpRequestLifetimeFeature _lifetime = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
    private readonly CancellationToken _aborted = context.RequestAborted;
    private readonly Queue<DateTimeOffset> _recent = [];
    private GatewaySession? _session;

    public async Task RunAsync()
    {
        await TryWriteAsync(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = (int)gateway.HeartbeatInterval.TotalMilliseconds } });
        while (await socket.ReadMessageAsync(_aborted) is { } message)
        {
            if (Refusal(message) is { } code)
            {
                await CloseAsync(code);
                break;
            }

            var frame = JsonNode.Parse(message.Span)!.AsObject();
            var op = frame["op"]!.GetValue<int>();
            gateway.Received.Add(new GatewayFrame(number, op, frame["d"]?.DeepClone()));
            await HandleAsync(op, frame["d"]);
        }

        _session?.Leave(this);
    }

    /// <summary>Writes a frame; a connection that is gone is no error, because the session keeps the frame.</summary>
    public async Task TryWriteAsync(JsonObject frame)
    {
        try
        {
            await _stream.WriteAsync(frame, _aborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            _session?.Leave(this);
        }
    }

    public async Task CloseAsync(int code)
    {
        _session?.Leave(this);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, FakeGateway.ReasonOf(code), _aborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            _lifetime.Abort();
        }
    }

    /// <summary>Drops the connection without a word, as a network does.</summary>
    public void Abort()
    {
        _session?.Leave(this);
        _lifetime.Abort();
    }

    /// <summary>Leaves the session to whoever connects next; the connection itself stays.</summary>
    public void Detach() => _session?.Leave(this);

    public void Dispose() => _stream.Dispose();

    private int? Refusal(ReadOnlyMemory<byte> message)
    {
        var now = gateway.Clock.GetUtcNow();
        _recent.Enqueue(now);
        while (now - _recent.Peek() > TimeSpan.FromMinutes(1))
        {
            _recent.Dequeue();
        }

        return message.Length > LongestFrame || !IsJson(message) ? 4002
            : _recent.Count > MostFramesPerMinute ? 4008
            : null;
    }

    private static bool IsJson(ReadOnlyMemory<byte> message)
    {
        try
        {
            return JsonNode.Parse(message.Span) is JsonObject frame && frame["op"] is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private Task HandleAsync(int op, JsonNode? data) => op switch
    {
        GatewayFrame.Heartbeat => gateway.AcknowledgesHeartbeats ? TryWriteAsync(new JsonObject { ["op"] = 11 }) : Task.CompletedTask,
        GatewayFrame.Identify => IdentifyAsync(data!),
        GatewayFrame.Resume => ResumeAsync(data!),
        3 or 4 or 8 => Task.CompletedTask,
        _ => CloseAsync(4001),
    };

    private async Task IdentifyAsync(JsonNode identify)
    {
        var intents = (GatewayIntent)identify["intents"]!.GetValue<int>();
        if (!gateway.Knows(identify["token"]?.GetValue<string>()))
        {
            await CloseAsync(4004);
        }
        else if ((intents & GatewayIntent.Privileged & ~gateway.AllowedIntents) != 0)
        {
            await CloseAsync(4014);
        }
        else
        {
            var shard = identify["shard"]?.AsArray().Select(part => part!.GetValue<int>()).ToArray() ?? [0, 1];
            _session = gateway.Open(shard[0], shard[1], intents);
            await _session.StartAsync(this, gateway.FirstDispatches(_session, context.Request));
            gateway.Connected.Add(_session);
        }
    }

    private async Task ResumeAsync(JsonNode resume)
    {
        if (!gateway.Knows(resume["token"]?.GetValue<string>()))
        {
            await CloseAsync(4004);
        }
        else if (gateway.Find(resume["session_id"]!.GetValue<string>()) is not { } session)
        {
            await TryWriteAsync(new JsonObject { ["op"] = 9, ["d"] = false });
        }
        else
        {
            _session = session;
            await session.ResumeAsync(this, resume["seq"]!.GetValue<int>());
            gateway.Connected.Add(session);
        }
    }
}
