using System.Text.Json;

namespace StoryBot.Host.Batches;

/// <summary>A line of a batch as it was read: exactly one of <see cref="Query"/> and <see cref="Error"/> is set.</summary>
internal sealed record BatchLine
{
    /// <summary>The line's number, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The id as it came, of whatever JSON type; null where there is none.</summary>
    public JsonElement? Id { get; init; }

    /// <summary>The question or search words.</summary>
    public string? Query { get; init; }

    /// <summary>Lines of one thread are one conversation; null for a line of its own.</summary>
    public string? Thread { get; init; }

    /// <summary>What is wrong with the line.</summary>
    public string? Error { get; init; }

    /// <summary>Reads <c>{"id","q","thread"?}</c>; other keys are left alone.</summary>
    public static BatchLine Parse(int number, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(number, document.RootElement);
        }
        catch (JsonException exception)
        {
            var at = exception.BytePositionInLine is { } position ? $" at byte {position + 1}" : string.Empty;
            return new BatchLine { Number = number, Error = $"the line is not JSON{at}; expected {{\"id\":\"...\",\"q\":\"...\"}}" };
        }
        catch (InvalidOperationException)
        {
            // What the reader throws for an escape such as \ud800 that stands alone.
            return new BatchLine { Number = number, Error = "a text in the line is not valid Unicode" };
        }
    }

    private static BatchLine Read(int number, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new BatchLine { Number = number, Error = "the line is not a JSON object; expected {\"id\":\"...\",\"q\":\"...\"}" };
        }

        JsonElement? id = root.TryGetProperty("id", out var found) ? found.Clone() : null;
        _ = id is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        if (!root.TryGetProperty("q", out var query) || query.ValueKind != JsonValueKind.String)
        {
            return new BatchLine { Number = number, Id = id, Error = "the line has no text under \"q\"" };
        }

        var thread = root.TryGetProperty("thread", out var named) && named.ValueKind != JsonValueKind.Null ? named.ToString() : null;
        return new BatchLine { Number = number, Id = id, Query = query.GetString(), Thread = thread };
    }
}
