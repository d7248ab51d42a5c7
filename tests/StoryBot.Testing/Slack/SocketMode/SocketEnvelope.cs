using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack.SocketMode;

/// <summary>An envelope that was sent to a client.</summary>
/// <param name="Socket">The number of the socket, counted from 1 over the life of the fake.</param>
/// <param name="Id">The envelope's id, new for each attempt.</param>
/// <param name="Type">What it holds: events_api, slash_commands or interactive.</param>
/// <param name="Attempt">0 for the first, 1 to 3 for a repetition.</param>
public sealed record SocketEnvelope(int Socket, string Id, string Type, int Attempt);

/// <summary>A client's acknowledgement.</summary>
/// <param name="Socket">The socket it came on.</param>
/// <param name="Envelope">The envelope's id.</param>
/// <param name="Payload">What it answers with; null for a bare acknowledgement.</param>
public sealed record SocketAcknowledgement(int Socket, string Envelope, JsonNode? Payload);
