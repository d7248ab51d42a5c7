using System.Text.Json;
using System.Text.RegularExpressions;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Sockets.Discord;

/// <summary>
/// Turns messages, which come by the gateway alone, into chat events: direct messages and mentions are questions. What bots
/// write, this one included, is not. Safe to share between threads.
/// </summary>
internal sealed partial class DiscordMessageTranslator(TimeProvider clock)
{
    /// <summary>The platform.</summary>
    public static readonly PlatformId Platform = new("discord");

    // An ordinary message, and one that answers another.
    private const int Default = 0;
    private const int Reply = 19;

    /// <summary>The message as a chat event; null when it is not for the bot, or lacks what every message has.</summary>
    /// <param name="message">The message as the gateway tells of it.</param>
    /// <param name="self">The bot's own user id.</param>
    /// <param name="server">What is known of the server and of the author there.</param>
    public ChatEvent? Translate(JsonElement message, string self, IServerKnowledge server)
    {
        if (Text(message, "id") is not { } id || Text(message, "channel_id") is not { } channel
            || Object(message, "author") is not { } author || Text(author, "id") is not { } person
            || person == self || IsTrue(author, "bot") || message.TryGetProperty("webhook_id", out _) || !IsWritten(message))
        {
            return null;
        }

        var guild = Text(message, "guild_id");
        // In a server a message says what it says only where it names the bot or answers it.
        if (guild is not null && !Mentions(message, self))
        {
            return null;
        }

        var parent = server.ParentOf(channel);
        var conversation = new ConversationKey(Platform, guild ?? string.Empty, parent ?? channel, parent is null ? null : channel) { IsDirect = guild is null };
        return new ChatEvent(
            new ChatEventId(Platform, id),
            conversation,
            new ChatPerson(person) { Roles = RolesIn(message), ManagesWorkspace = guild is not null && server.Manages(guild, person) },
            new ReplyAddress(Platform, conversation.Channel) { Workspace = conversation.Workspace, Thread = conversation.Thread, Message = id, Person = person },
            new ChatRequest.Message(WithoutName(Text(message, "content") ?? string.Empty, self)),
            clock.GetUtcNow());
    }

    private static bool IsWritten(JsonElement message) =>
        message.TryGetProperty("type", out var type) && type.TryGetInt32(out var number) && number is Default or Reply;

    private static bool Mentions(JsonElement message, string self) =>
        message.TryGetProperty("mentions", out var mentions) && mentions.ValueKind == JsonValueKind.Array
        && mentions.EnumerateArray().Any(user => Text(user, "id") == self);

    private static IReadOnlyList<string> RolesIn(JsonElement message) =>
        Object(message, "member") is { } member && member.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
            ? [.. roles.EnumerateArray().Where(role => role.ValueKind == JsonValueKind.String).Select(role => role.GetString()!)]
            : [];

    private static string WithoutName(string text, string self) => UserMention()
        .Replace(text, match => match.Groups["user"].Value == self ? string.Empty : match.Value)
        .Trim();

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Object(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static bool IsTrue(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    [GeneratedRegex("<@!?(?<user>[0-9]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UserMention();
}
