namespace StoryBot.Sockets.Discord;

/// <summary>
/// Watches the shards of one client and tells when it is of no more use: when a shard was turned away, when the SDK gave up on
/// it, or when it did not come back in time. Safe to share between threads.
/// </summary>
internal sealed class ShardWatch(TimeProvider clock) : IDisposable
{
    // Above the SDK's own longest pause of one minute and its 30 seconds for connecting.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Lock _lock = new();
    private readonly Dictionary<int, ITimer> _missing = [];
    private readonly TaskCompletionSource<Exception?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A shard is connected.</summary>
    public void Connected(int shard)
    {
        lock (_lock)
        {
            if (_missing.Remove(shard, out var timer))
            {
                timer.Dispose();
            }
        }
    }

    /// <summary>A shard lost its connection.</summary>
    public void Disconnected(int shard, Exception? fault)
    {
        if (GatewayFault.Remedy(fault) is not null || GatewayFault.IsFinalForClient(fault))
        {
            _end.TrySetResult(fault);
            return;
        }

        lock (_lock)
        {
            // The first loss counts: attempts that fail are losses as well.
            if (!_missing.ContainsKey(shard))
            {
                _missing[shard] = clock.CreateTimer(_ => _end.TrySetResult(fault), null, Patience, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Waits until the client is of no more use; the result is why.</summary>
    public Task<Exception?> EndAsync(CancellationToken cancellationToken) => _end.Task.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var timer in _missing.Values)
            {
                timer.Dispose();
            }

            _missing.Clear();
        }
    }
}
