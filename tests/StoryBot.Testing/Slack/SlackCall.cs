using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack;

/// <summary>A request to the fake Slack.</summary>
/// <param name="Method">The method of the Web API; <c>response_url</c> and <c>upload</c> for the addresses that Slack gives out.</param>
/// <param name="Arguments">The arguments, with values that came JSON-encoded in a form decoded.</param>
/// <param name="Token">The token; empty where there is none.</param>
/// <param name="ContentType">The body's media type.</param>
/// <param name="At">When it came, by the fake's clock.</param>
public sealed record SlackCall(string Method, JsonObject Arguments, string Token, string ContentType, DateTimeOffset At)
{
    /// <summary>The bytes of an upload; empty otherwise.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>An argument as text; null when it is absent or empty.</summary>
    public string? Text(string name) => Arguments[name] is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>An argument that the method cannot do without.</summary>
    /// <exception cref="SlackRefusalException">It is absent.</exception>
    public string Need(string name, string error = "invalid_arguments") => Text(name) ?? throw new SlackRefusalException(error);

    /// <summary>An argument that is true, in JSON or in a form.</summary>
    public bool IsTrue(string name) => Text(name) is "true" or "True" or "1";

    /// <summary>An array; null when it is absent or empty, which is the same to Slack.</summary>
    public JsonArray? List(string name) => Arguments[name] is JsonArray { Count: > 0 } list ? list : null;
}

/// <summary>An answer <c>ok: false</c> with a code.</summary>
/// <param name="code">The code.</param>
public sealed class SlackRefusalException(string code) : Exception(code)
{
    /// <summary>The code.</summary>
    public string Code { get; } = code;

    /// <summary>What was wrong, for <c>response_metadata.messages</c>.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The scope that is missing.</summary>
    public string? Needed { get; init; }
}
