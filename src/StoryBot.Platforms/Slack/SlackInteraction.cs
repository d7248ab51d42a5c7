using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Slack;

/// <summary>What an interaction asks for: exactly one of these.</summary>
internal abstract record SlackInteraction
{
    private SlackInteraction()
    {
    }

    /// <summary>Something to answer.</summary>
    public sealed record Answer(ChatEvent Event) : SlackInteraction;

    /// <summary>The feedback form, wanted at once.</summary>
    public sealed record OpenForm(string Trigger, FeedbackContext Context) : SlackInteraction;

    /// <summary>One of our buttons, but not one that this version knows.</summary>
    public sealed record UnknownButton(string ResponseUrl) : SlackInteraction;

    /// <summary>Nothing to do: a link that was followed, a form that was closed.</summary>
    public sealed record Nothing : SlackInteraction;
}
