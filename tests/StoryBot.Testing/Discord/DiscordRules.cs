using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord;

/// <summary>What Discord demands of a message beyond its specification.</summary>
internal static class DiscordRules
{
    private const int ContentLength = 2000;
    private const int EmbedsLength = 6000;
    private const int FileLength = 10 * 1024 * 1024;

    /// <summary>Why Discord would refuse what a message is to say; null when it would not.</summary>
    /// <param name="fields">The message's fields.</param>
    /// <param name="files">Its files.</param>
    /// <param name="mayBeEmpty">Whether it may say nothing, as an edit of something else.</param>
    public static DiscordAnswer? Refuse(JsonObject fields, IReadOnlyList<DiscordFile> files, bool mayBeEmpty = false)
    {
        var content = (fields["content"]?.GetValue<string>() ?? string.Empty).Trim();
        var embeds = (fields["embeds"] as JsonArray ?? []).Select(embed => embed!.AsObject()).ToList();
        var buttons = (fields["components"] as JsonArray ?? []).SelectMany(row => row!["components"] as JsonArray ?? []).ToList();
        var customIds = buttons.Select(button => button!["custom_id"]?.GetValue<string>()).Where(id => id is not null).ToList();
        return content.Length > ContentLength ? DiscordAnswer.Invalid("content: Must be 2000 or fewer in length.")
            : embeds.Sum(LengthOf) > EmbedsLength ? DiscordAnswer.Invalid("embeds: Embed size exceeds maximum size of 6000.")
            : embeds.Exists(IsBlank) ? DiscordAnswer.Invalid("embeds: This field is required.")
            : (fields["components"] as JsonArray)?.Count > 5 ? DiscordAnswer.Invalid("components: Must be 5 or fewer in length.")
            : customIds.Distinct().Count() != customIds.Count ? DiscordAnswer.Invalid("components: Component custom id cannot be duplicated.")
            : files.Any(file => file.Bytes.Length > FileLength) ? DiscordAnswer.Error(413, 40005, "Request entity too large")
            : DanglingAttachment(fields, files) is { } dangling ? DiscordAnswer.Invalid($"embeds: {dangling} names no attachment.")
            : !mayBeEmpty && content.Length == 0 && embeds.Count == 0 && files.Count == 0 ? DiscordAnswer.Error(400, 50006, "Cannot send an empty message")
            : null;
    }

    private static int LengthOf(JsonObject embed) => Texts(embed).Sum(text => text.Trim().Length);

    private static bool IsBlank(JsonObject embed) => Texts(embed).All(string.IsNullOrWhiteSpace) && embed["image"] is null;

    private static IEnumerable<string> Texts(JsonObject embed) => new[]
    {
        embed["title"], embed["description"], embed["footer"]?["text"], embed["author"]?["name"],
    }
    .Concat((embed["fields"] as JsonArray ?? []).SelectMany(field => new[] { field!["name"], field["value"] }))
    .Select(text => text?.GetValue<string>())
    .OfType<string>();

    private static string? DanglingAttachment(JsonObject fields, IReadOnlyList<DiscordFile> files)
    {
        var names = (fields["attachments"] as JsonArray ?? []).Select(one => one!["filename"]?.GetValue<string>())
            .Concat(files.Select(file => file.Name));
        return (fields["embeds"] as JsonArray ?? [])
            .Select(embed => embed!["image"]?["url"]?.GetValue<string>())
            .OfType<string>()
            .FirstOrDefault(url => url.StartsWith("attachment://", StringComparison.Ordinal) && !names.Contains(url["attachment://".Length..]));
    }
}
