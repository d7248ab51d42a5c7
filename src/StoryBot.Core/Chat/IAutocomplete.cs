using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Chat;

/// <summary>Completes what somebody types into a command's option. Reads memory alone; never slow. Safe to share between threads.</summary>
public interface IAutocomplete
{
    /// <summary>The choices for an option, best first.</summary>
    /// <param name="conversation">Where it is typed: decides the story.</param>
    /// <param name="command">The command's name in the catalogue, such as <c>quotes</c>.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="typed">What has been typed so far; may be empty.</param>
    /// <param name="most">How many at the most.</param>
    IReadOnlyList<string> Complete(ConversationKey conversation, string command, string option, string typed, int most);
}
