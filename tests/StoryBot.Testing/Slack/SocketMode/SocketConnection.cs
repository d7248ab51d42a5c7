using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using StoryBot.Testing.Waiting;

namespace StoryBot.Testing.Slack.SocketMode;

/// <summary>One socket of the fake, from HELLO until either side closes.</summary>
internal sealed class SocketConnection : IDisposable
{
    private readonly FakeSocketMode _server;
    private readonly CancellationToken _aborted;
    private readonly IHttpRequestLifetimeFeature _lifetime;
    private readonly WebSocket _socket;

    // Never disposed: whoever waits for a turn then would wait for ever, and not hear that the socket is gone.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _gone = new();

    public SocketConnection(FakeSocketMode server, int number, HttpContext context, WebSocket socket)
    {
        _server = server;
        // The context itself may not be asked once the request is over, and writers come later than that.
        _lifetime = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        _aborted = context.RequestAborted;
        _socket = socket;
        Number = number;
        Gone = _gone.Token;
    }

    public int Number { get; }

    /// <summary>Ends with the socket: what was sent and not acknowledged by then is delivered again.</summary>
    public CancellationToken Gone { get; }

    public async Task RunAsync()
    {
        while (await _socket.ReadMessageAsync(_aborted) is { } message)
        {
            if (JsonNode.Parse(message.Span) is JsonObject frame && frame["envelope_id"]?.GetValue<string>() is { } envelope)
            {
                _server.Take(new SocketAcknowledgement(Number, envelope, frame["payload"]?.DeepClone()));
            }
        }

        await _gone.CancelAsync();
    }

    public async Task<bool> TryWriteAsync(JsonObject frame)
    {
        await _turn.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, _aborted);
            return true;
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task<bool> WriteDisconnectAsync(string reason) => TryWriteAsync(new JsonObject
    {
        ["type"] = "disconnect",
        ["reason"] = reason,
        ["debug_info"] = new JsonObject { ["host"] = "applink-1" },
    });

    public async Task CloseAsync()
    {
        try
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _aborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            _lifetime.Abort();
        }
    }

    public void Abort() => _lifetime.Abort();

    public void Dispose() => _gone.Dispose();
}
