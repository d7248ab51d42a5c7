using System.Text.Json.Nodes;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Platforms.Discord;

/// <summary>The first answers to an interaction, which have to come within three seconds. Pure.</summary>
internal static class DiscordFirstAnswer
{
    /// <summary>The bit of a message that only one person sees.</summary>
    public const int EphemeralFlag = 64;

    private const int Pong = 1;
    private const int MessageWithSource = 4;
    private const int DeferredMessage = 5;
    private const int Choices = 8;
    private const int Modal = 9;

    /// <summary>The endpoint is there.</summary>
    public static JsonObject ToPing() => new() { ["type"] = Pong };

    /// <summary>The answer will come: a placeholder that those see who will see the answer.</summary>
    public static JsonObject Later(ReplyAudience audience) => Of(DeferredMessage, audience == ReplyAudience.Asker ? new() { ["flags"] = EphemeralFlag } : []);

    /// <summary>The bot's own plain words, to the person alone.</summary>
    public static JsonObject Say(string words) => Of(MessageWithSource, new()
    {
        ["content"] = words,
        ["flags"] = EphemeralFlag,
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
    });

    /// <summary>What an option may be completed to.</summary>
    public static JsonObject Complete(IEnumerable<string> choices) => Of(Choices, new()
    {
        ["choices"] = new JsonArray([.. choices.Select(choice => (JsonNode)new JsonObject { ["name"] = choice, ["value"] = choice })]),
    });

    /// <summary>The feedback form.</summary>
    public static JsonObject OpenForm(AnswerId answer) => Of(Modal, DiscordFeedbackForm.Write(answer));

    private static JsonObject Of(int type, JsonObject data) => new() { ["type"] = type, ["data"] = data };
}
