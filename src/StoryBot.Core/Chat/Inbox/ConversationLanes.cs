using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Inbox;

/// <summary>
/// Works on events: those of one conversation in the order in which they came, those of different ones side by side. Safe to
/// share between threads.
/// </summary>
/// <param name="work">Works on one event; never fails.</param>
/// <param name="most">How many events are worked on at the same time.</param>
internal sealed class ConversationLanes(Func<ChatEvent, Task> work, int most) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<LaneKey, Queue<ChatEvent>> _waiting = [];
    private readonly SemaphoreSlim _places = new(most);

    /// <summary>Takes an event in; returns at once.</summary>
    public void Add(ChatEvent chatEvent)
    {
        var key = LaneKey.Of(chatEvent);
        lock (_lock)
        {
            if (_waiting.TryGetValue(key, out var lane))
            {
                lane.Enqueue(chatEvent);
                return;
            }

            _waiting[key] = [];
        }

        _ = Task.Run(() => RunAsync(key, chatEvent));
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private async Task RunAsync(LaneKey key, ChatEvent first)
    {
        for (ChatEvent? next = first; next is not null; next = Next(key))
        {
            await _places.WaitAsync();
            try
            {
                await work(next);
            }
            finally
            {
                _places.Release();
            }
        }
    }

    private ChatEvent? Next(LaneKey key)
    {
        lock (_lock)
        {
            if (_waiting[key].TryDequeue(out var next))
            {
                return next;
            }

            _waiting.Remove(key);
            return null;
        }
    }
}

/// <summary>What is kept in order: a conversation; where only the asker sees the reply, that person's part of it.</summary>
internal readonly record struct LaneKey(ConversationKey Conversation, string? Person)
{
    /// <summary>The key of an event.</summary>
    public static LaneKey Of(ChatEvent chatEvent) =>
        new(chatEvent.Conversation, chatEvent.Request.Audience == ReplyAudience.Asker && !chatEvent.Conversation.IsDirect ? chatEvent.Person.Id : null);
}
