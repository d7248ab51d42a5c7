using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord;

/// <summary>A request to the fake, as it came in.</summary>
/// <param name="Method">The method in lower case.</param>
/// <param name="Template">The path as the specification writes it, with names in braces; empty when the fake has no such path.</param>
/// <param name="Path">The path below the interface's base, without the query.</param>
/// <param name="Values">What stands for the names of the template.</param>
/// <param name="Query">The query.</param>
/// <param name="Authorization">The header; empty when there is none.</param>
/// <param name="Body">The JSON, also of a body in several parts; null when there is none.</param>
/// <param name="Files">The files of a body in several parts.</param>
/// <param name="At">When it came in, by the fake's clock.</param>
public sealed record DiscordCall(
    string Method,
    string Template,
    string Path,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string> Query,
    string Authorization,
    JsonNode? Body,
    IReadOnlyList<DiscordFile> Files,
    DateTimeOffset At)
{
    /// <summary>The body as an object; an empty one when it is none.</summary>
    public JsonObject Fields => Body as JsonObject ?? [];

    /// <summary>Whether it goes through an interaction's token: such calls need no bot token and do not count for the global limit.</summary>
    public bool IsOfInteraction => Template.StartsWith("/interactions/", StringComparison.Ordinal) || Template.StartsWith("/webhooks/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>A file of a request.</summary>
public sealed record DiscordFile(string Field, string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>What the fake answers.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON; null for none.</param>
public sealed record DiscordAnswer(int Status, JsonNode? Body)
{
    /// <summary>Done, and nothing to say.</summary>
    public static DiscordAnswer NoContent { get; } = new(204, null);

    /// <summary>Done.</summary>
    public static DiscordAnswer Ok(JsonNode body) => new(200, body);

    /// <summary>An error as Discord writes it.</summary>
    public static DiscordAnswer Error(int status, int code, string message) =>
        new(status, new JsonObject { ["message"] = message, ["code"] = code });

    /// <summary>The body does not fit.</summary>
    public static DiscordAnswer Invalid(string what) => new(400, new JsonObject
    {
        ["message"] = "Invalid Form Body",
        ["code"] = 50035,
        ["errors"] = new JsonObject
        {
            ["_errors"] = new JsonArray(new JsonObject { ["code"] = "BASE_TYPE_BAD", ["message"] = what }),
        },
    });
}
