namespace StoryBot.Core.Digests.Outbox;

/// <summary>Wakes the poster of this process when there is something to post; other replicas find it when they next look. Safe to share between threads.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly Lock _lock = new();

    private int _holds;

    /// <summary>Whether posting is to wait: much is being put into the outbox.</summary>
    public bool IsHeld => Volatile.Read(ref _holds) > 0;

    /// <summary>
    /// Has posting wait until the hold is disposed, which wakes it. For a moment in which thousands of posts are made: posting takes far
    /// longer than making them, and would hold up the rest.
    /// </summary>
    public IDisposable Hold() => new OneHold(this);

    /// <summary>Says that there is something to do.</summary>
    public void Set()
    {
        lock (_lock)
        {
            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }

    /// <summary>Waits until there is something to do, or for so long.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var signalled = _signal.WaitAsync(limit.Token);
        var over = Task.Delay(most, clock, limit.Token);
        await Task.WhenAny(signalled, over);
        await limit.CancelAsync();
        try
        {
            await signalled;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time was over first.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();

    private sealed class OneHold : IDisposable
    {
        private readonly OutboxSignal _signal;
        private bool _isOver;

        public OneHold(OutboxSignal signal)
        {
            _signal = signal;
            Interlocked.Increment(ref signal._holds);
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, true))
            {
                return;
            }

            if (Interlocked.Decrement(ref _signal._holds) == 0)
            {
                _signal.Set();
            }
        }
    }
}
