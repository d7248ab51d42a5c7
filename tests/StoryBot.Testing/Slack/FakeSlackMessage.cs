using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack;

/// <summary>A message in the fake Slack, as it stands now.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Ts">Its timestamp, which is its id in the channel.</param>
/// <param name="User">Who wrote it.</param>
/// <param name="Text">Its text.</param>
public sealed record FakeSlackMessage(string Channel, string Ts, string User, string Text)
{
    /// <summary>The thread that it is in; null for the channel itself.</summary>
    public string? Thread { get; init; }

    /// <summary>Its blocks.</summary>
    public JsonArray Blocks { get; init; } = [];

    /// <summary>Its metadata; null where it has none.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>Who alone sees it; null where everybody does.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>The files that were shared with it.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The response URL that it came by; null for a call of the Web API.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Whether the bot wrote it.</summary>
    public bool IsFromBot { get; init; }

    /// <summary>All that a reader sees: the text of its blocks, or of itself where it has none.</summary>
    public string Shown => Blocks.Count == 0 ? Text : string.Join('\n', Blocks.SelectMany(TextsOf));

    /// <summary>The buttons' values by their labels, in order.</summary>
    public IReadOnlyList<(string Label, string Value, string ActionId)> Buttons =>
    [
        .. from block in Blocks
           where (string?)block!["type"] == "actions"
           from element in block["elements"]!.AsArray()
           where (string?)element!["type"] == "button"
           select ((string)element["text"]!["text"]!, (string?)element["value"] ?? string.Empty, (string)element["action_id"]!),
    ];

    /// <summary>The message as the Web API shows it.</summary>
    /// <param name="withMetadata">Whether the caller asked for metadata.</param>
    public JsonObject ToJson(bool withMetadata)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = User, ["ts"] = Ts, ["text"] = Text };
        if (IsFromBot)
        {
            json["bot_id"] = FakeSlack.BotId;
            json["app_id"] = FakeSlack.AppId;
        }

        if (Thread is not null)
        {
            json["thread_ts"] = Thread;
        }

        if (Blocks.Count > 0)
        {
            json["blocks"] = Blocks.DeepClone();
        }

        if (withMetadata && Metadata is not null)
        {
            json["metadata"] = Metadata.DeepClone();
        }

        return json;
    }

    private static IEnumerable<string> TextsOf(JsonNode? block) => (string?)block!["type"] switch
    {
        "header" or "section" => [(string)block["text"]!["text"]!],
        "context" => block["elements"]!.AsArray().Select(element => (string?)element!["text"] ?? string.Empty),
        "image" => [(string)block["alt_text"]!],
        _ => [],
    };
}
