using System.Net.WebSockets;

namespace StoryBot.Testing.Waiting;

/// <summary>Reads whole messages from a web socket.</summary>
public static class WebSocketText
{
    /// <summary>The next message; null when the other side closed or went away.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadMessageAsync(this WebSocket socket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(socket);
        var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    return message.ToArray();
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            return null;
        }
    }
}
