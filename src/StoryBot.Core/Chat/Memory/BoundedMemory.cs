using System.Diagnostics.CodeAnalysis;

namespace StoryBot.Core.Chat.Memory;

/// <summary>
/// Keeps a bounded number of values for a bounded time: what was put longest ago goes first. Safe to share between threads.
/// </summary>
/// <param name="most">How many values at the most.</param>
/// <param name="lifetime">How long a value is kept after it was put.</param>
/// <param name="clock">The clock.</param>
internal sealed class BoundedMemory<TKey, TValue>(int most, TimeSpan lifetime, TimeProvider clock)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value, DateTimeOffset Ends)>> _byKey = [];
    private readonly LinkedList<(TKey Key, TValue Value, DateTimeOffset Ends)> _byAge = new();

    /// <summary>Puts a value in the place of what was there.</summary>
    public void Put(TKey key, TValue value)
    {
        lock (_lock)
        {
            Remove(key);
            Add(key, value);
        }
    }

    /// <summary>Puts a value unless there is one; false when there is.</summary>
    public bool TryAdd(TKey key, TValue value)
    {
        lock (_lock)
        {
            Forget();
            if (_byKey.ContainsKey(key))
            {
                return false;
            }

            Add(key, value);
            return true;
        }
    }

    /// <summary>The value, or false when there is none any more.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            Forget();
            var isThere = _byKey.TryGetValue(key, out var node);
            value = isThere ? node!.Value.Value : default;
            return isThere;
        }
    }

    /// <summary>Puts what is made of the value that is there, or of none.</summary>
    public void Change(TKey key, Func<TValue?, TValue> change)
    {
        lock (_lock)
        {
            Forget();
            var value = change(_byKey.TryGetValue(key, out var node) ? node.Value.Value : default);
            Remove(key);
            Add(key, value);
        }
    }

    /// <summary>Takes a value away.</summary>
    public void Remove(TKey key)
    {
        lock (_lock)
        {
            if (_byKey.Remove(key, out var node))
            {
                _byAge.Remove(node);
            }
        }
    }

    /// <summary>The values, what was put last first.</summary>
    public IReadOnlyList<TValue> List()
    {
        lock (_lock)
        {
            Forget();
            return [.. _byAge.Select(entry => entry.Value).Reverse()];
        }
    }

    /// <summary>The keys and values, what was put last first.</summary>
    public IReadOnlyList<(TKey Key, TValue Value)> Entries()
    {
        lock (_lock)
        {
            Forget();
            return [.. _byAge.Select(entry => (entry.Key, entry.Value)).Reverse()];
        }
    }

    private void Add(TKey key, TValue value)
    {
        _byKey[key] = _byAge.AddLast((key, value, clock.GetUtcNow() + lifetime));
        Forget();
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        while (_byAge.First is { } oldest && (_byKey.Count > most || oldest.Value.Ends <= now))
        {
            _byAge.RemoveFirst();
            _byKey.Remove(oldest.Value.Key);
        }
    }
}
