namespace StoryBot.Testing.Waiting;

/// <summary>
/// What happened, in order, and a way to wait for something to happen: a test waits for a signal under one shared limit
/// instead of sleeping. Safe to share between threads.
/// </summary>
/// <typeparam name="T">What is recorded.</typeparam>
public sealed class Record<T>
{
    private readonly Lock _lock = new();
    private readonly List<T> _items = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Everything so far, oldest first.</summary>
    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_lock)
            {
                return [.. _items];
            }
        }
    }

    /// <summary>Notes something.</summary>
    public void Add(T item)
    {
        TaskCompletionSource added;
        lock (_lock)
        {
            _items.Add(item);
            added = _added;
            _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        added.SetResult();
    }

    /// <summary>The first item that fits, now or as soon as there is one.</summary>
    /// <exception cref="TimeoutException">There was none within <see cref="Patience.Limit"/>.</exception>
    public Task<T> FirstAsync(Func<T, bool> fits) => NthAsync(1, fits);

    /// <summary>The item that is the nth to fit, counted from 1.</summary>
    /// <exception cref="TimeoutException">There were fewer within <see cref="Patience.Limit"/>.</exception>
    public async Task<T> NthAsync(int number, Func<T, bool>? fits = null)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (true)
        {
            Task added;
            lock (_lock)
            {
                var found = _items.Where(item => fits?.Invoke(item) ?? true).Skip(number - 1).Take(1).ToList();
                if (found.Count > 0)
                {
                    return found[0];
                }

                added = _added.Task;
            }

            try
            {
                await added.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Waited {Patience.Limit} for item {number} of {typeof(T).Name}; recorded: {string.Join("; ", Items)}");
            }
        }
    }
}
