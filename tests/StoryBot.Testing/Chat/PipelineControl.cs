using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Testing.Chat;

/// <summary>Stands before the request handlers of the bot under test: holds them up, or makes them fail. Safe to share between threads.</summary>
public sealed class PipelineControl
{
    private volatile TaskCompletionSource _gate = Opened();
    private int _failures;

    /// <summary>How many events have reached it.</summary>
    public int Count => Volatile.Read(ref _count);

    private int _count;

    /// <summary>Nothing is answered until <see cref="Release"/>.</summary>
    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets everything through again.</summary>
    public void Release() => _gate.TrySetResult();

    /// <summary>The next so many events fail.</summary>
    public void Fail(int count = 1) => Interlocked.Add(ref _failures, count);

    /// <summary>A responder that obeys this control.</summary>
    public IChatResponder Before(IChatResponder inner) => new Controlled(this, inner);

    private static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }

    internal sealed class Controlled(PipelineControl control, IChatResponder inner) : IChatResponder
    {
        public async Task<ChatReply?> RespondAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref control._count);
            await control._gate.Task.WaitAsync(cancellationToken);
            if (Interlocked.Decrement(ref control._failures) >= 0)
            {
                throw new InvalidOperationException("The pipeline was told to fail.");
            }

            Interlocked.Increment(ref control._failures);
            return await inner.RespondAsync(chatEvent, cancellationToken);
        }
    }
}
