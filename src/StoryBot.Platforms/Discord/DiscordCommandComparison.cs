using System.Text.Json;
using System.Text.Json.Nodes;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// Whether Discord has the commands already. Compares what we say of a command, in a form in which what is left out and what
/// is said with its default are the same; ids and versions are Discord's own. Pure.
/// </summary>
internal static class DiscordCommandComparison
{
    /// <summary>Compares in whatever order the commands come; the options' order counts, because people see it.</summary>
    public static bool AreSame(JsonElement registered, JsonArray wanted)
    {
        var there = registered.Items().Select(Command).Order(StringComparer.Ordinal);
        var ours = JsonSerializer.SerializeToElement(wanted, DiscordJson.Default.JsonArray).Items().Select(Command).Order(StringComparer.Ordinal);
        return there.SequenceEqual(ours, StringComparer.Ordinal);
    }

    private static string Command(JsonElement command) => new JsonObject
    {
        ["name"] = command.Text("name"),
        ["type"] = command.Number("type") ?? 1,
        ["description"] = command.Text("description") ?? string.Empty,
        ["options"] = Options(command),
        ["contexts"] = Numbers(command, "contexts"),
        ["integration_types"] = Numbers(command, "integration_types"),
    }.ToJsonString();

    private static JsonArray Options(JsonElement holder) => [.. holder.Items("options").Select(option => (JsonNode)new JsonObject
    {
        ["name"] = option.Text("name"),
        ["type"] = option.Number("type"),
        ["description"] = option.Text("description") ?? string.Empty,
        ["required"] = option.At("required").ValueKind == JsonValueKind.True,
        ["autocomplete"] = option.At("autocomplete").ValueKind == JsonValueKind.True,
        ["options"] = Options(option),
    })];

    private static JsonArray Numbers(JsonElement command, string name) =>
        [.. command.Items(name).Select(item => item.Number()).OfType<int>().Order().Select(number => (JsonNode)number)];
}
