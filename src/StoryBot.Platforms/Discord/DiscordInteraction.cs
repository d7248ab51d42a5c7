using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Discord;

/// <summary>What an interaction asks for: exactly one of these.</summary>
internal abstract record DiscordInteraction
{
    private DiscordInteraction()
    {
    }

    /// <summary>Discord asks whether the endpoint is there.</summary>
    public sealed record Ping : DiscordInteraction;

    /// <summary>Something to be answered by the bot.</summary>
    public sealed record Asked(ChatEvent Event) : DiscordInteraction;

    /// <summary>Somebody is typing an option.</summary>
    public sealed record Typing(ConversationKey Conversation, string Command, string Option, string Typed) : DiscordInteraction;

    /// <summary>The feedback form is wanted.</summary>
    public sealed record WantsForm(AnswerId Answer) : DiscordInteraction;

    /// <summary>A command, a button or a form that this version does not have; the person is told so.</summary>
    public sealed record Unknown(string Words) : DiscordInteraction;
}
