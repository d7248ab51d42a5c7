using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Testing.Waiting;

namespace StoryBot.Sockets.Tests;

/// <summary>Completes everything with the same choices and remembers what it was asked.</summary>
internal sealed class FixedCompletion : IAutocomplete
{
    public IReadOnlyList<string> Choices { get; set; } = [];

    public Record<(string Command, string Option, string Typed)> Asked { get; } = new();

    public IReadOnlyList<string> Complete(ConversationKey conversation, string command, string option, string typed, int most)
    {
        Asked.Add((command, option, typed));
        return Choices;
    }
}
