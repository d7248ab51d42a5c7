using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StoryBot.Platforms.Discord;

/// <summary>A message as it is sent: created or put in the place of another. Immutable.</summary>
internal sealed record DiscordMessage
{
    /// <summary>Text outside of any frame; empty where everything is in embeds.</summary>
    public string Content { get; init; } = string.Empty;

    /// <summary>The framed parts.</summary>
    public IReadOnlyList<DiscordEmbed> Embeds { get; init; } = [];

    /// <summary>The rows of buttons.</summary>
    public IReadOnlyList<DiscordRow> Components { get; init; } = [];

    /// <summary>The files, by their order.</summary>
    public IReadOnlyList<DiscordAttachment> Attachments { get; init; } = [];

    /// <summary>Nobody, whatever the text looks like.</summary>
    public DiscordMentions AllowedMentions { get; init; } = new();

    /// <summary>Bits: <see cref="DiscordFirstAnswer.EphemeralFlag"/>.</summary>
    public int? Flags { get; init; }

    /// <summary>At most 25 characters: what makes a repetition harmless, where it is enforced.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether a message with the same nonce is not posted again.</summary>
    public bool? EnforceNonce { get; init; }

    /// <summary>The message that it replies to.</summary>
    public DiscordReference? MessageReference { get; init; }

    /// <summary>The bytes of <see cref="Attachments"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReadOnlyMemory<byte>> Files { get; init; } = [];
}

/// <summary>A framed part of a message.</summary>
internal sealed record DiscordEmbed
{
    /// <summary>A line above it.</summary>
    public string? Title { get; init; }

    /// <summary>Its text.</summary>
    public string? Description { get; init; }

    /// <summary>Its picture.</summary>
    public DiscordImage? Image { get; init; }
}

/// <summary>A picture of an embed: an attachment, by its name.</summary>
internal sealed record DiscordImage(string Url);

/// <summary>A row of at most five buttons.</summary>
internal sealed record DiscordRow(IReadOnlyList<DiscordButton> Components)
{
    /// <summary>The kind of component.</summary>
    public int Type { get; } = 1;
}

/// <summary>A button.</summary>
internal sealed record DiscordButton(string Label, string CustomId, int Style)
{
    /// <summary>The kind of component.</summary>
    public int Type { get; } = 2;
}

/// <summary>A file that goes with a message.</summary>
internal sealed record DiscordAttachment(string Id, string Filename, string? Description);

/// <summary>Who may be mentioned: nobody.</summary>
internal sealed record DiscordMentions
{
    /// <summary>Nothing in the text is read as a mention.</summary>
    public IReadOnlyList<string> Parse { get; } = [];

    /// <summary>Nor is the person who is replied to.</summary>
    public bool RepliedUser { get; }
}

/// <summary>The message that another replies to.</summary>
internal sealed record DiscordReference(string MessageId)
{
    /// <summary>A reply to a message that was deleted is an ordinary message.</summary>
    public bool FailIfNotExists { get; }
}

/// <summary>Asks for the direct channel with a person.</summary>
internal sealed record DiscordRecipient(string RecipientId);

/// <summary>How the bodies are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DiscordMessage))]
[JsonSerializable(typeof(DiscordRecipient))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonArray))]
internal sealed partial class DiscordJson : JsonSerializerContext;
