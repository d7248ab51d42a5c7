using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord.Gateway;

/// <summary>
/// Writes frames to one connection: as text, or, where the client asked for <c>zlib-stream</c>, as binary with one zlib
/// context over the whole connection and a sync flush after each frame. One frame at a time.
/// </summary>
internal sealed class GatewayStream : IDisposable
{
    private readonly WebSocket _socket;
    // Never disposed: whoever waits for a turn then would wait for ever, and not hear that the socket is gone.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream? _zlib;

    public GatewayStream(WebSocket socket, bool compress)
    {
        _socket = socket;
        _zlib = compress ? new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    public async Task WriteAsync(JsonObject frame, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetBytes(frame.ToJsonString());
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_zlib is null)
            {
                await _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                return;
            }

            _compressed.SetLength(0);
            _zlib.Write(text);
            _zlib.Flush();
            await _socket.SendAsync(_compressed.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _zlib?.Dispose();
        _compressed.Dispose();
    }
}
