using System.Globalization;
using System.Text.Json;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Discord;

/// <summary>Translates an interaction's JSON into the terms that every platform shares. Pure.</summary>
internal static class DiscordEventTranslator
{
    /// <summary>How long an interaction's token answers it.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    /// <summary>The platform's name.</summary>
    public static readonly PlatformId Platform = new("discord");

    private const string OutdatedButton = "That button is from an earlier version of me. Ask again with /ask and you get a current one.";
    private const string OutdatedForm = "That form is from an earlier version of me. Press the button under a new answer to get a current one.";
    private const string UnknownCommand = "I do not know that command. Discord may still show an old list: reload it (Ctrl+R), or try /story help.";

    // Administrator, and Manage Server.
    private const ulong ManagingPermissions = 0x8 | 0x20;

    // Announcement, public and private threads.
    private const int FirstThreadType = 10;
    private const int LastThreadType = 12;

    private const int BotDirectMessage = 1;

    /// <summary>What an interaction asks for; null when the JSON is not an interaction.</summary>
    /// <param name="json">The interaction.</param>
    /// <param name="receivedAt">When it came in.</param>
    public static DiscordInteraction? Translate(JsonElement json, DateTimeOffset receivedAt) => json.Number("type") switch
    {
        1 => new DiscordInteraction.Ping(),
        2 => Command(json, receivedAt),
        3 => Press(json, receivedAt),
        4 => Typing(json),
        5 => Form(json, receivedAt),
        _ => null,
    };

    private static DiscordInteraction? Command(JsonElement json, DateTimeOffset receivedAt) => json.Number("data", "type") switch
    {
        1 or null when CommandNameOf(json) is { } name => Asked(json, new ChatRequest.Command(name.Name, OptionsOf(name.Options)), receivedAt),
        3 => Asked(json, new ChatRequest.CheckMessage(DiscordTargetMessage.TextOf(json)), receivedAt),
        _ when json.Text("data", "name") is not null => new DiscordInteraction.Unknown(UnknownCommand),
        _ => null,
    };

    private static DiscordInteraction? Press(JsonElement json, DateTimeOffset receivedAt) => ChatAction.Parse(json.Text("data", "custom_id")) switch
    {
        null when json.Text("data", "custom_id") is null => null,
        null => new DiscordInteraction.Unknown(OutdatedButton),
        ChatAction.GiveFeedback feedback => new DiscordInteraction.WantsForm(feedback.Answer),
        var action => Asked(json, new ChatRequest.Press(action), receivedAt),
    };

    private static DiscordInteraction.Typing? Typing(JsonElement json)
    {
        if (CommandNameOf(json) is not { } name || ConversationOf(json) is not { } conversation)
        {
            return null;
        }

        var focused = name.Options.FirstOrDefault(option => option.At("focused").ValueKind == JsonValueKind.True);
        return new DiscordInteraction.Typing(conversation, name.Name, focused.Text("name") ?? string.Empty, WordsOf(focused.At("value")));
    }

    private static DiscordInteraction? Form(JsonElement json, DateTimeOffset receivedAt)
    {
        if (json.Text("data", "custom_id") is not { } id)
        {
            return null;
        }

        return DiscordFeedbackForm.Read(id, json.At("data")) is { } feedback
            ? Asked(json, feedback, receivedAt)
            : new DiscordInteraction.Unknown(OutdatedForm);
    }

    private static DiscordInteraction.Asked? Asked(JsonElement json, ChatRequest request, DateTimeOffset receivedAt)
    {
        if (json.Id("id") is not { } id || json.Text("token") is not { Length: > 0 } token
            || ConversationOf(json) is not { } conversation || PersonOf(json) is not { } person)
        {
            return null;
        }

        var replyTo = new ReplyAddress(Platform, conversation.Channel)
        {
            Workspace = conversation.Workspace,
            Thread = conversation.Thread,
            Message = json.Id("message", "id"),
            Person = person.Id,
            ResponseToken = token,
            // By this clock, not by the id's: the two may differ.
            ResponseEnds = receivedAt + TokenLife,
            HasPlaceholder = true,
        };
        return new DiscordInteraction.Asked(new ChatEvent(new ChatEventId(Platform, id), conversation, person, replyTo, request, receivedAt));
    }

    // A thread is a channel of its own; where it belongs to is said beside it.
    private static ConversationKey? ConversationOf(JsonElement json)
    {
        if ((json.Id("channel_id") ?? json.Id("channel", "id")) is not { } channel)
        {
            return null;
        }

        var isThread = json.Number("channel", "type") is >= FirstThreadType and <= LastThreadType;
        return new ConversationKey(
            Platform,
            json.Id("guild_id") ?? string.Empty,
            isThread ? json.Id("channel", "parent_id") ?? channel : channel,
            isThread ? channel : null)
        {
            IsDirect = json.Number("context") == BotDirectMessage || (json.Number("context") is null && json.Id("guild_id") is null),
        };
    }

    private static ChatPerson? PersonOf(JsonElement json) => (json.Id("member", "user", "id") ?? json.Id("user", "id")) is not { } id ? null : new ChatPerson(id)
    {
        Roles = [.. json.Items("member", "roles").Select(role => role.Id()).OfType<string>()],
        ManagesWorkspace = ulong.TryParse(json.Text("member", "permissions"), NumberStyles.None, CultureInfo.InvariantCulture, out var permissions)
            && (permissions & ManagingPermissions) != 0,
    };

    // "ask" as it is; "story" with its subcommand, or with a group and a subcommand, by what follows it.
    private static CommandName? CommandNameOf(JsonElement json)
    {
        if (json.Text("data", "name") is not { Length: > 0 } name)
        {
            return null;
        }

        var words = new List<string>();
        var options = json.Items("data", "options").ToList();
        while (options is [var only] && only.Number("type") is 1 or 2 && only.Text("name") is { } sub)
        {
            words.Add(sub);
            options = [.. only.Items("options")];
        }

        return new CommandName(words.Count == 0 ? name : string.Join(' ', words), options);
    }

    private static Dictionary<string, string> OptionsOf(IEnumerable<JsonElement> options)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            if (option.Text("name") is { } name)
            {
                values[name] = WordsOf(option.At("value"));
            }
        }

        return values;
    }

    private static string WordsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => string.Empty,
    };

    private sealed record CommandName(string Name, IReadOnlyList<JsonElement> Options);
}
