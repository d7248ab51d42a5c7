namespace StoryBot.Sockets;

/// <summary>
/// Runs work off the caller's thread: in the order of the calls where the key is the same, side by side where it is not.
/// What was begun is finished; <see cref="DrainAsync"/> waits for it. Safe to share between threads.
/// </summary>
/// <typeparam name="TKey">What orders the work.</typeparam>
internal sealed class OrderedWork<TKey>
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Queue<Func<Task>>> _waiting = [];
    private TaskCompletionSource _idle = Completed();

    /// <summary>Begins work after all earlier work of its key. Work that throws does not keep the next from running.</summary>
    public void Run(TKey key, Func<Task> work)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(key, out var queue))
            {
                queue.Enqueue(work);
                return;
            }

            if (_waiting.Count == 0)
            {
                _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            _waiting[key] = new Queue<Func<Task>>();
        }

        _ = Task.Run(() => PumpAsync(key, work));
    }

    /// <summary>Waits until nothing runs any more.</summary>
    public Task DrainAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _idle.Task.WaitAsync(cancellationToken);
        }
    }

    private async Task PumpAsync(TKey key, Func<Task> first)
    {
        for (var work = first; work is not null; work = Next(key))
        {
            await work().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Func<Task>? Next(TKey key)
    {
        lock (_lock)
        {
            if (_waiting[key].TryDequeue(out var next))
            {
                return next;
            }

            _waiting.Remove(key);
            if (_waiting.Count == 0)
            {
                _idle.SetResult();
            }

            return null;
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        source.SetResult();
        return source;
    }
}
