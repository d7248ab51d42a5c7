using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Testing.Chat;

/// <summary>Stands before the senders of the bot under test and notes what was sent to its end. Safe to share between threads.</summary>
public sealed class ReplyWatch
{
    private readonly Lock _lock = new();
    private readonly List<SentReply> _sent = [];
    private TaskCompletionSource _changed = New();

    /// <summary>What was sent so far, in the order in which sending ended.</summary>
    public IReadOnlyList<SentReply> Sent
    {
        get
        {
            lock (_lock)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>Waits until so many replies have been sent in all.</summary>
    public async Task WaitAsync(int count, TimeSpan limit, CancellationToken cancellationToken)
    {
        for (; ; )
        {
            Task changed;
            lock (_lock)
            {
                if (_sent.Count >= count)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(limit, cancellationToken);
        }
    }

    /// <summary>A sender whose replies are noted here.</summary>
    public IChatSender Before(IChatSender inner) => new Watched(this, inner);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Note(SentReply sent)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _sent.Add(sent);
            (changed, _changed) = (_changed, New());
        }

        changed.SetResult();
    }

    internal sealed class Watched(ReplyWatch watch, IChatSender inner) : IChatSender
    {
        public PlatformId Platform => inner.Platform;

        public Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken) => inner.ShowWorkingAsync(to, cancellationToken);

        public async Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken)
        {
            await inner.SendAsync(to, reply, key, cancellationToken);
            watch.Note(new SentReply(to, reply, key));
        }
    }
}

/// <summary>A reply that was sent.</summary>
public sealed record SentReply(ReplyAddress To, ChatReply Reply, string Key);
