using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using StoryBot.Testing.Waiting;

namespace StoryBot.Testing.Slack.SocketMode;

/// <summary>One socket of the fake, from HELLO until either side closes.</summary>
internal sealed class SocketConnection(FakeSocketMode server, int number, HttpContext context, WebSocket socket) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _gone = new();

    public int Number => number;

    /// <summary>Ends with the socket: what was sent and not acknowledged by then is delivered again.</summary>
    public CancellationToken Gone => _gone.Token;

    public async Task RunAsync()
    {
        while (await socket.ReadMessageAsync(context.RequestAborted) is { } message)
        {
            if (JsonNode.Parse(message.Span) is JsonObject frame && frame["envelope_id"]?.GetValue<string>() is { } envelope)
            {
                server.Take(new SocketAcknowledgement(number, envelope, frame["payload"]?.DeepClone()));
            }
        }

        await _gone.CancelAsync();
    }

    public async Task<bool> TryWriteAsync(JsonObject frame)
    {
        await _turn.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
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
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            context.Abort();
        }
    }

    public void Abort() => context.Abort();

    public void Dispose()
    {
        _turn.Dispose();
        _gone.Dispose();
    }
}
