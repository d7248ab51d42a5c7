namespace StoryBot.Platforms.Sending;

/// <summary>
/// Runs what has the same key one after the other, in the order in which it was handed in; other keys are not held up.
/// Safe to share between threads. Remembers nothing of a key whose work is done.
/// </summary>
internal sealed class SendOrder
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task> _last = new(StringComparer.Ordinal);

    /// <summary>How many keys have work.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _last.Count;
            }
        }
    }

    /// <summary>Runs the work once everything before it under the same key has ended, well or not.</summary>
    public async Task RunAsync(string key, Func<Task> work, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Enqueue(key, done.Task);
        try
        {
            await before.WaitAsync(cancellationToken);
            await work();
        }
        finally
        {
            // Whoever gives up waiting leaves a gap that must not let the next one overtake.
            _ = before.ContinueWith(_ => End(key, done), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private Task Enqueue(string key, Task done)
    {
        lock (_lock)
        {
            var before = _last.GetValueOrDefault(key, Task.CompletedTask);
            _last[key] = done;
            return before;
        }
    }

    private void End(string key, TaskCompletionSource done)
    {
        lock (_lock)
        {
            if (_last.TryGetValue(key, out var last) && last == done.Task)
            {
                _last.Remove(key);
            }
        }

        done.SetResult();
    }
}
