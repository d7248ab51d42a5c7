using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Testing.Waiting;

namespace StoryBot.Platforms.Tests.Slack;

/// <summary>An inbox that takes down what it is given, and does as the test says.</summary>
internal sealed class RecordingInbox : IChatInbox
{
    /// <summary>What was handed in.</summary>
    public Record<ChatEvent> Events { get; } = new();

    /// <summary>What becomes of an event. Default: taken in once by its id.</summary>
    public Func<ChatEvent, ValueTask<Acceptance>>? Decide { get; set; }

    public ValueTask<Acceptance> AcceptAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        var isKnown = Events.Items.Any(known => known.Id == chatEvent.Id);
        Events.Add(chatEvent);
        return Decide?.Invoke(chatEvent) ?? ValueTask.FromResult(isKnown ? Acceptance.Duplicate : Acceptance.Accepted);
    }
}
