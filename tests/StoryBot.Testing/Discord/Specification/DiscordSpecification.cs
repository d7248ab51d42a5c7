using System.Text.Json;

namespace StoryBot.Testing.Discord.Specification;

/// <summary>
/// Discord's own description of its HTTP interface: what a request and an answer of each operation may look like. It lies
/// outside the repository; where it is absent, there is none, and a test that rests on it has to say that it is skipped.
/// </summary>
public sealed class DiscordSpecification
{
    /// <summary>Why there is none, for a skipped test.</summary>
    public const string Absent = "../shared/specs/discord_openapi.json is not there.";

    private static readonly Lazy<DiscordSpecification?> Loaded = new(Load);

    private readonly JsonElement _paths;
    private readonly JsonElement _document;
    private readonly SchemaCheck _check;

    private DiscordSpecification(JsonElement document)
    {
        _document = document;
        _paths = document.GetProperty("paths");
        _check = new SchemaCheck(document);
    }

    /// <summary>The specification, or null where it is absent.</summary>
    public static DiscordSpecification? Instance => Loaded.Value;

    /// <summary>What is wrong with a request's JSON.</summary>
    /// <param name="method">The method in lower case.</param>
    /// <param name="template">The path as the specification writes it.</param>
    /// <param name="body">The body, or the part <c>payload_json</c> of one in several parts.</param>
    public IReadOnlyList<string> CheckRequest(string method, string template, JsonElement body)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(template);
        return Operation(method, template) is { } operation && operation.TryGetProperty("requestBody", out var expected)
            ? _check.Check(body, SchemaOf(expected))
            : [$"{method} {template} takes no body"];
    }

    /// <summary>What is wrong with an answer.</summary>
    public IReadOnlyList<string> CheckAnswer(string method, string template, int status, JsonElement? body)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(template);
        if (Operation(method, template) is not { } operation)
        {
            return [$"{method} {template} is not in the specification"];
        }

        if (!operation.GetProperty("responses").TryGetProperty($"{status}", out var expected))
        {
            return status < 300 ? [$"{method} {template} has no answer {status}"] : [];
        }

        return (expected.TryGetProperty("content", out _), body) switch
        {
            (true, { } value) => _check.Check(value, SchemaOf(expected)),
            (true, null) => [$"{method} {template}: the answer {status} has a body"],
            (false, null) => [],
            (false, _) when status < 300 => [$"{method} {template}: the answer {status} has no body"],
            _ => [],
        };
    }

    /// <summary>What is wrong with a value of one of the named schemas.</summary>
    public IReadOnlyList<string> CheckAs(string schema, JsonElement value) =>
        _check.Check(value, _document.GetProperty("components").GetProperty("schemas").GetProperty(schema));

    private JsonElement? Operation(string method, string template) =>
        _paths.TryGetProperty(template, out var path) && path.TryGetProperty(method, out var operation) ? operation : null;

    private static JsonElement SchemaOf(JsonElement holder) => holder.GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private static DiscordSpecification? Load()
    {
        var path = Path.Combine(Repository.Root.Parent!.FullName, "shared", "specs", "discord_openapi.json");
        return File.Exists(path) ? new DiscordSpecification(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement) : null;
    }
}
