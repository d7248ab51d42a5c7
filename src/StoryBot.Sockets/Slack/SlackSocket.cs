using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;

namespace StoryBot.Sockets.Slack;

/// <summary>
/// One socket, from its address to its end: reads envelopes, has them taken in, and acknowledges each once it is stored. Not
/// SlackNet's own, which acknowledges an event before anybody has it, and comes back at once whatever it is turned away for.
/// </summary>
internal sealed class SlackSocket(IPlatformIntake intake, OrderedWork<string> work, ILogger logger) : IDisposable
{
    private const int LongestMessage = 1024 * 1024;

    // Slack closes a socket that it renews; one that it forgets to close is closed from here.
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    // Never disposed: whoever waits for a turn then would wait for ever, and not hear that the socket is gone.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Connects and reads until the socket ends.</summary>
    /// <param name="address">The socket's address.</param>
    /// <param name="greeted">Is called when Slack has said hello.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    public async Task<SocketEnd> RunAsync(Uri address, Action greeted, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        // A network that is gone says nothing; a ping that is not answered does.
        _socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        _socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(15);
        await _socket.ConnectAsync(address, either.Token);
        SocketEnd end = new SocketEnd.Lost("the socket was closed");
        try
        {
            while (await ReadAsync(either.Token) is { } message)
            {
                end = Handle(message, greeted) ?? end;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Waited long enough for Slack to close it.
        }
        catch (WebSocketException fault)
        {
            end = end is SocketEnd.Lost ? new SocketEnd.Lost(fault.WebSocketErrorCode.ToString()) : end;
        }

        return end;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket.Dispose();
        _closing.Dispose();
    }

    private SocketEnd? Handle(ReadOnlyMemory<byte> message, Action greeted)
    {
        JsonElement frame;
        try
        {
            using var parsed = JsonDocument.Parse(message);
            frame = parsed.RootElement.Clone();
        }
        catch (JsonException)
        {
            SocketLog.Unreadable(logger, SlackSockets.Name, "no JSON");
            return null;
        }

        switch (Text(frame, "type"))
        {
            case "hello":
                greeted();
                return null;
            case "disconnect":
                var end = SocketEnd.OfReason(Text(frame, "reason"));
                if (end is not null)
                {
                    _closing.CancelAfter(CloseWithin);
                }

                return end;
            case { } kind when Text(frame, "envelope_id") is { } envelope:
                var payload = frame.TryGetProperty("payload", out var found) ? found : default;
                work.Run(ChannelOf(payload), () => TakeAsync(kind, envelope, payload));
                return null;
            default:
                SocketLog.Unreadable(logger, SlackSockets.Name, "no envelope");
                return null;
        }
    }

    // What cannot be read is acknowledged too: it would only come again. What was refused is not, unless the refusal is the
    // acknowledgement, so that Slack delivers it again.
    private async Task TakeAsync(string kind, string envelope, JsonElement payload)
    {
        try
        {
            var taken = await intake.TakeAsync(kind, payload, CancellationToken.None);
            if (taken.State == IntakeState.Unreadable)
            {
                SocketLog.Unreadable(logger, SlackSockets.Name, kind);
            }

            if (taken is not { State: IntakeState.Refused, Acknowledgement: null })
            {
                await AcknowledgeAsync(envelope, taken.Acknowledgement);
            }

            taken.Acknowledged?.Invoke();
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // Taken in all the same: an event comes again and is known by its id, anything else is answered by its own address.
            SocketLog.NotAcknowledged(logger, envelope, fault.GetType().Name);
        }
        catch (Exception fault)
        {
            SocketLog.NotTakenIn(logger, fault, envelope);
        }
    }

    private async Task AcknowledgeAsync(string envelope, JsonObject? payload)
    {
        var acknowledgement = new JsonObject { ["envelope_id"] = envelope };
        if (payload is not null)
        {
            acknowledgement["payload"] = payload;
        }

        await _turn.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(acknowledgement.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close || message.Length + part.Count > LongestMessage)
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

    // What happens in one channel is taken in in its order.
    private static string ChannelOf(JsonElement payload) =>
        Text(payload, "channel_id") ?? Text(Object(payload, "event"), "channel") ?? Text(Object(payload, "channel"), "id") ?? string.Empty;

    private static JsonElement Object(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element, string name) =>
        Object(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
