using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack;

/// <summary>Block Kit's limits, as @slack/types documents them and as they were measured. Pure.</summary>
public static class BlockKitRules
{
    /// <summary>From here on whole messages were refused (bolt-js#2509 and metabase#79908 measured it).</summary>
    public const int MostCharacters = 13_200;

    private static readonly string[] Known = ["section", "header", "context", "actions", "divider", "image", "input", "rich_text", "markdown", "video", "file"];

    /// <summary>What is wrong with a message's blocks; empty when nothing is.</summary>
    public static IReadOnlyList<string> CheckMessage(JsonArray blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return Check(blocks, 50);
    }

    /// <summary>What is wrong with a view; empty when nothing is.</summary>
    public static IReadOnlyList<string> CheckView(JsonObject view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var faults = view["blocks"] is JsonArray blocks ? Check(blocks, 100) : ["no blocks"];
        faults.AddRange(Limit(view, "private_metadata", 3000).Concat(Limit(view, "callback_id", 255)));
        if ((string?)view["type"] == "modal")
        {
            var hasInput = view["blocks"]?.AsArray().Any(block => (string?)block!["type"] == "input") == true;
            faults.AddRange(Plain(view["title"], "title", 24)
                .Concat(hasInput || view["submit"] is not null ? Plain(view["submit"], "submit", 24) : [])
                .Concat(view["close"] is { } close ? Plain(close, "close", 24) : []));
        }

        return faults;
    }

    /// <summary>The characters of all texts in the blocks.</summary>
    public static int CountCharacters(JsonNode? node) => node switch
    {
        JsonArray list => list.Sum(CountCharacters),
        JsonObject one => one.Sum(pair => pair is { Key: "text", Value: JsonValue value } ? value.ToString().Length : CountCharacters(pair.Value)),
        _ => 0,
    };

    private static List<string> Check(JsonArray blocks, int most)
    {
        var faults = new List<string>();
        if (blocks.Count > most)
        {
            faults.Add($"{blocks.Count} blocks, {most} allowed");
        }

        foreach (var block in blocks)
        {
            faults.AddRange(block is JsonObject one ? Block(one) : ["a block is no object"]);
        }

        var ids = Strings(blocks, "action_id");
        faults.AddRange(ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"action_id {same.Key} more than once"));
        faults.AddRange(blocks.Select(block => (string?)block?["block_id"]).OfType<string>().GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"block_id {same.Key} more than once"));
        return faults;
    }

    private static IEnumerable<string> Block(JsonObject block)
    {
        var type = (string?)block["type"] ?? string.Empty;
        var faults = Limit(block, "block_id", 255);
        return faults.Concat(type switch
        {
            "header" => Plain(block["text"], "header", 150),
            "section" => Section(block),
            "context" => Elements(block, 10).Concat(block["elements"]!.AsArray().SelectMany(element => (string?)element!["type"] == "image" ? [] : Text(element, "context", 3000))),
            "actions" => Elements(block, 25).Concat(block["elements"]!.AsArray().SelectMany(Element)),
            "image" => Image(block),
            "input" => Plain(block["label"], "label", 2000).Concat(Element(block["element"])),
            _ when Known.Contains(type) => [],
            _ => [$"unknown block \"{type}\""],
        });
    }

    private static IEnumerable<string> Section(JsonObject block)
    {
        var fields = block["fields"]?.AsArray() ?? [];
        return (block["text"] is null && fields.Count == 0 ? ["section without text"] : Enumerable.Empty<string>())
            .Concat(block["text"] is { } text ? Text(text, "section", 3000) : [])
            .Concat(fields.Count > 10 ? [$"{fields.Count} fields"] : [])
            .Concat(fields.SelectMany(field => Text(field, "field", 2000)))
            .Concat(block["accessory"] is { } accessory ? Element(accessory) : []);
    }

    private static IEnumerable<string> Image(JsonObject block) =>
        Limit(block, "alt_text", 2000)
            .Concat(string.IsNullOrEmpty((string?)block["alt_text"]) ? ["image without alt_text"] : [])
            .Concat(block["image_url"] is null && block["slack_file"]?["id"] is null && block["slack_file"]?["url"] is null ? ["image without a source"] : []);

    private static IEnumerable<string> Elements(JsonObject block, int most) => block["elements"] is JsonArray { Count: > 0 } elements
        ? elements.Count > most ? [$"{elements.Count} elements in {block["type"]}, {most} allowed"] : []
        : [$"{block["type"]} without elements"];

    private static IEnumerable<string> Element(JsonNode? element)
    {
        if (element is not JsonObject one)
        {
            return ["an element is no object"];
        }

        var faults = Limit(one, "action_id", 255);
        var options = one["options"]?.AsArray() ?? [];
        return faults.Concat((string?)one["type"] switch
        {
            "button" => Plain(one["text"], "button", 75).Concat(Limit(one, "value", 2000)),
            "static_select" or "radio_buttons" or "checkboxes" or "overflow" =>
                (options.Count is 0 or > 100 ? [$"{options.Count} options"] : Enumerable.Empty<string>())
                .Concat(options.SelectMany(option => Text(option!["text"], "option", 75).Concat(Limit(option.AsObject(), "value", 150)))),
            _ => [],
        });
    }

    private static IEnumerable<string> Plain(JsonNode? text, string what, int most) => text is null
        ? [$"no {what}"]
        : ((string?)text["type"] == "plain_text" ? [] : new[] { $"{what} must be plain_text" }).Concat(Text(text, what, most));

    private static IEnumerable<string> Text(JsonNode? text, string what, int most)
    {
        var words = (string?)text?["text"];
        return (string?)text?["type"] is not ("plain_text" or "mrkdwn") ? [$"{what} is no text object"]
            : string.IsNullOrEmpty(words) ? [$"{what} is empty"]
            : words.Length > most ? [$"{what} has {words.Length} characters, {most} allowed"]
            : words.Contains('\uFFFD') ? [$"{what} has half a surrogate pair"]
            : [];
    }

    private static IEnumerable<string> Limit(JsonObject one, string name, int most) =>
        (string?)one[name] is { } value && value.Length > most ? [$"{name} has {value.Length} characters, {most} allowed"] : [];

    private static IEnumerable<string> Strings(JsonNode? node, string name) => node switch
    {
        JsonArray list => list.SelectMany(item => Strings(item, name)),
        JsonObject one => one.SelectMany(pair => pair.Key == name && pair.Value is JsonValue value ? [value.ToString()] : Strings(pair.Value, name)),
        _ => [],
    };
}
