using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Discord.Net.WebSockets;

namespace StoryBot.Sockets.Discord;

/// <summary>
/// Stands between the SDK and its web socket, lets every frame through, and tells of the events in it as Discord wrote them.
/// The SDK's own objects are of 2024: it drops an interaction whose form or channel it does not know, and a message in a channel
/// that it has not heard of. It inflates each frame once and hands the text on, which the SDK reads as well.
/// </summary>
/// <param name="inner">The SDK's web socket.</param>
/// <param name="dispatched">Hears of each event that is wanted, after the SDK has. Must return at once.</param>
internal sealed class GatewayTap(IWebSocketClient inner, Action<string, JsonElement> dispatched) : IWebSocketClient
{
    // Invalid session, and reconnect.
    private const int InvalidSession = 9;
    private const string Reconnect = """{"op":7,"d":null}""";

    // Longer than any invalid session, shorter than anything that happened to somebody.
    private const int ShortFrame = 100;

    private static readonly string[] Wanted = [GatewayEvent.Interaction, GatewayEvent.Message];

    private readonly MemoryStream _compressed = new();
    private Stream _inflated = Stream.Null;
    private Func<string, Task>? _textMessage;
    private bool _isSubscribed;

    /// <inheritdoc/>
    public event Func<byte[], int, int, Task>? BinaryMessage
    {
        // Never raised: what comes compressed is handed on as text.
        add { }
        remove { }
    }

    /// <inheritdoc/>
    public event Func<string, Task>? TextMessage
    {
        add => _textMessage += value;
        remove => _textMessage -= value;
    }

    /// <inheritdoc/>
    public event Func<Exception, Task> Closed
    {
        add => inner.Closed += value;
        remove => inner.Closed -= value;
    }

    /// <inheritdoc/>
    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    /// <inheritdoc/>
    public void SetCancelToken(CancellationToken cancelToken) => inner.SetCancelToken(cancelToken);

    /// <inheritdoc/>
    public Task ConnectAsync(string host)
    {
        Subscribe();
        // A connection has one compression context from its first frame to its last.
        _inflated.Dispose();
        _compressed.SetLength(0);
        _inflated = new ZLibStream(_compressed, CompressionMode.Decompress, leaveOpen: true);
        return inner.ConnectAsync(host);
    }

    /// <inheritdoc/>
    public Task DisconnectAsync(int closeCode = 1000) => inner.DisconnectAsync(closeCode);

    /// <inheritdoc/>
    public Task SendAsync(byte[] data, int index, int count, bool isText) => inner.SendAsync(data, index, count, isText);

    /// <inheritdoc/>
    public void Dispose()
    {
        _inflated.Dispose();
        _compressed.Dispose();
        inner.Dispose();
    }

    private void Subscribe()
    {
        if (!_isSubscribed)
        {
            _isSubscribed = true;
            inner.TextMessage += PassAsync;
            inner.BinaryMessage += (data, index, count) => PassAsync(Inflate(data.AsSpan(index, count)));
        }
    }

    private string Inflate(ReadOnlySpan<byte> frame)
    {
        _compressed.SetLength(0);
        _compressed.Write(frame);
        _compressed.Position = 0;
        using var text = new MemoryStream();
        _inflated.CopyTo(text);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private async Task PassAsync(string text)
    {
        if (_textMessage is { } sdk)
        {
            await sdk(IsResumable(text) ? Reconnect : text);
        }

        if (Wanted.Any(name => text.Contains(name, StringComparison.Ordinal)))
        {
            Tell(text);
        }
    }

    // A session that is invalid for now can be resumed; the SDK forgets it, and what happens until it has begun a new one. Asked to
    // reconnect, it resumes.
    private static bool IsResumable(string text)
    {
        if (text.Length > ShortFrame || !text.Contains("\"op\"", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var frame = JsonDocument.Parse(text);
            return frame.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("op", out var op) && op.ValueKind == JsonValueKind.Number && op.TryGetInt32(out var code) && code == InvalidSession
                && root.TryGetProperty("d", out var canResume) && canResume.ValueKind == JsonValueKind.True;
        }
        catch (JsonException)
        {
            // The SDK's to complain of.
            return false;
        }
    }

    private void Tell(string text)
    {
        using var frame = JsonDocument.Parse(text);
        if (frame.RootElement.TryGetProperty("t", out var type) && type.GetString() is { } name && Wanted.Contains(name)
            && frame.RootElement.TryGetProperty("d", out var data))
        {
            dispatched(name, data.Clone());
        }
    }
}
