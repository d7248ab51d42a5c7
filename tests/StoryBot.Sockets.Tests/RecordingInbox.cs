using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Testing.Waiting;

namespace StoryBot.Sockets.Tests;

/// <summary>An inbox that remembers what it took in, tells repetitions by the id, and can be slow, full or broken.</summary>
internal sealed class RecordingInbox : IChatInbox
{
    private readonly HashSet<ChatEventId> _known = [];

    /// <summary>What was handed in, repetitions included.</summary>
    public Record<ChatEvent> Offered { get; } = new();

    /// <summary>What was handed in for the first time.</summary>
    public Record<ChatEvent> Accepted { get; } = new();

    /// <summary>Whether it is full.</summary>
    public bool IsFull { get; set; }

    /// <summary>What it fails with; null for not at all.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What it waits for before it takes anything in.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async ValueTask<Acceptance> AcceptAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        Offered.Add(chatEvent);
        await Gate.WaitAsync(cancellationToken);
        if (Fault is not null)
        {
            throw Fault;
        }

        if (IsFull)
        {
            return Acceptance.Refused;
        }

        lock (_known)
        {
            if (!_known.Add(chatEvent.Id))
            {
                return Acceptance.Duplicate;
            }
        }

        Accepted.Add(chatEvent);
        return Acceptance.Accepted;
    }
}
