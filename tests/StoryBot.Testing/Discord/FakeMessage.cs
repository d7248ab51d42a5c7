using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord;

/// <summary>A message as the fake keeps it. A snapshot: a later edit is seen by asking again.</summary>
/// <param name="Json">The message as Discord writes it.</param>
public sealed record FakeMessage(JsonObject Json)
{
    /// <summary>The bit that a message has that only one person sees.</summary>
    public const int Ephemeral = 64;

    /// <summary>The bit of a placeholder.</summary>
    public const int Loading = 128;

    /// <summary>Its id.</summary>
    public string Id => Json["id"]!.GetValue<string>();

    /// <summary>Its channel.</summary>
    public string Channel => Json["channel_id"]!.GetValue<string>();

    /// <summary>Whether only the person sees it who caused it.</summary>
    public bool IsEphemeral => (Flags & Ephemeral) != 0;

    /// <summary>Whether it is a placeholder that nothing has taken the place of.</summary>
    public bool IsLoading => (Flags & Loading) != 0;

    /// <summary>The nonce that it was sent with; null for none.</summary>
    public string? Nonce => Json["nonce"]?.ToString();

    /// <summary>The message that it is shown as a reply to; null for none.</summary>
    public string? Answers => Json["message_reference"]?["message_id"]?.GetValue<string>();

    /// <summary>The interaction that it answers; null for an ordinary message.</summary>
    public string? Interaction { get; init; }

    /// <summary>Whom it notifies, as they are written in it: what is in the content, and allowed.</summary>
    public IReadOnlyList<string> Notifies { get; init; } = [];

    /// <summary>The files that came with it.</summary>
    public IReadOnlyList<DiscordFile> Files { get; init; } = [];

    /// <summary>Everything that a reader sees: the content, then each embed's title, description and footer.</summary>
    public string Text => string.Join("\n", new[] { Json["content"]!.GetValue<string>() }
        .Concat(Json["embeds"]!.AsArray().SelectMany(embed => new[]
        {
            embed!["title"]?.GetValue<string>(),
            embed["description"]?.GetValue<string>(),
            embed["footer"]?["text"]?.GetValue<string>(),
        }))
        .Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Its buttons: what they say and the id that pressing them sends.</summary>
    public IReadOnlyList<(string Label, string CustomId)> Buttons => [.. Json["components"]!.AsArray()
        .SelectMany(row => row!["components"]?.AsArray() ?? [])
        .Where(component => component!["type"]!.GetValue<int>() == 2)
        .Select(button => (button!["label"]?.GetValue<string>() ?? string.Empty, button["custom_id"]?.GetValue<string>() ?? string.Empty))];

    private int Flags => Json["flags"]!.GetValue<int>();
}
