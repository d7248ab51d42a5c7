using System.Text.Json;

namespace StoryBot.Platforms.Slack;

/// <summary>Reads payloads that may lack anything.</summary>
internal static class SlackJson
{
    /// <summary>Parses a payload.</summary>
    /// <exception cref="SlackPayloadException">It is no JSON object.</exception>
    public static JsonElement ParseObject(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var root = JsonElement.ParseValue(ref reader);
            if (root.ValueKind == JsonValueKind.Object && !reader.Read())
            {
                return root;
            }
        }
        catch (JsonException)
        {
            // Falls through: what is wrong with it is of no use to the sender.
        }

        throw new SlackPayloadException("The payload is not a JSON object.");
    }

    /// <summary>The string at a path of property names; null where there is none, or an empty one.</summary>
    /// <exception cref="SlackPayloadException">It is not made of characters, as with half a surrogate pair.</exception>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        try
        {
            return element.At(path) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            throw new SlackPayloadException($"\"{string.Join('.', path.ToArray())}\" holds characters that do not exist.");
        }
    }

    /// <summary>The value at a path of property names; null where there is none.</summary>
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    /// <summary>The elements of the array at a path; none where there is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>Whether the value at a path is true.</summary>
    public static bool IsTrue(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>The string at a path that a payload cannot do without.</summary>
    /// <exception cref="SlackPayloadException">It is not there.</exception>
    public static string Need(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.Text(path) ?? throw new SlackPayloadException($"The payload has no \"{string.Join('.', path.ToArray())}\".");
}

/// <summary>A payload is not what Slack sends. The message is shown to the sender.</summary>
internal sealed class SlackPayloadException(string message) : Exception(message);
