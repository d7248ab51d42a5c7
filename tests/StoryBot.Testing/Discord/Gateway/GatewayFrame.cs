using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord.Gateway;

/// <summary>Something that a client sent to the gateway.</summary>
/// <param name="Connection">The connection's number, counted from 1 over the life of the fake.</param>
/// <param name="Op">The opcode.</param>
/// <param name="Data">The payload.</param>
public sealed record GatewayFrame(int Connection, int Op, JsonNode? Data)
{
    /// <summary>Heartbeat.</summary>
    public const int Heartbeat = 1;

    /// <summary>Identify.</summary>
    public const int Identify = 2;

    /// <summary>Resume.</summary>
    public const int Resume = 6;
}
