using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Replies.Archive;

namespace StoryBot.Core.Digests.Outbox;

/// <summary>The outbox of one process. What was posted is remembered by its key, up to a number.</summary>
internal sealed class MemoryOutboxStore : IOutboxStore, IPersonalData
{
    private const int MostFinished = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<OutboxEntry>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<OutboxEntry> _inOrder = new();

    /// <inheritdoc/>
    public ValueTask<bool> AddAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            if (_byKey.ContainsKey(entry.Key))
            {
                return ValueTask.FromResult(false);
            }

            _byKey[entry.Key] = _inOrder.AddLast(entry);
            Forget();
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxEntry>> ClaimAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var claimed = new List<OutboxEntry>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in _inOrder.Where(IsOpen).ToList())
            {
                if (claimed.Count < most && seen.Add(entry.Lane) && entry.State == OutboxState.Pending && entry.NextAttempt <= now)
                {
                    claimed.Add(_byKey[entry.Key].Value = entry with { State = OutboxState.Sending, Attempts = entry.Attempts + 1 });
                }
            }

            return ValueTask.FromResult<IReadOnlyList<OutboxEntry>>(claimed);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> StillHasAsync(string key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_byKey.TryGetValue(key, out var node) && node.Value.State == OutboxState.Sending);
        }
    }

    /// <inheritdoc/>
    public ValueTask PostedAsync(string key, DateTimeOffset at, CancellationToken cancellationToken) =>
        Put(key, entry => entry with { State = OutboxState.Posted, Content = string.Empty, Problem = null });

    /// <inheritdoc/>
    public ValueTask RetryAsync(string key, DateTimeOffset nextAttempt, string? problem, CancellationToken cancellationToken) =>
        Put(key, entry => entry with { State = OutboxState.Pending, NextAttempt = nextAttempt, Problem = problem });

    /// <inheritdoc/>
    public ValueTask ParkAsync(string key, string problem, CancellationToken cancellationToken) =>
        Put(key, entry => entry with { State = OutboxState.Failed, Problem = problem });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxState state, int most, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<OutboxEntry>>([.. _inOrder.Where(entry => entry.State == state).Take(most)]);
        }
    }

    /// <inheritdoc/>
    /// <remarks>What was told to the person alone, or repeats the person's question, goes; a correction that others read too stays without the person.</remarks>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var entry in _inOrder.Where(entry => entry.Kind != PostKind.Digest && entry.To.Platform == platform && entry.To.Person == person).ToList())
            {
                if (entry.Kind == PostKind.Correction && ReplyArchive.AudienceOf(entry.Content) == ReplyAudience.Everyone)
                {
                    Change(entry.Key, known => known with { To = known.To with { Person = null } });
                }
                else
                {
                    _inOrder.Remove(_byKey[entry.Key]);
                    _byKey.Remove(entry.Key);
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsOpen(OutboxEntry entry) => entry.State is OutboxState.Pending or OutboxState.Sending;

    private ValueTask Put(string key, Func<OutboxEntry, OutboxEntry> change)
    {
        lock (_lock)
        {
            Change(key, change);
        }

        return ValueTask.CompletedTask;
    }

    private OutboxEntry? Change(string key, Func<OutboxEntry, OutboxEntry> change) => _byKey.TryGetValue(key, out var node) ? node.Value = change(node.Value) : null;

    private void Forget()
    {
        for (var node = _inOrder.First; node is not null && _byKey.Count > MostFinished;)
        {
            var next = node.Next;
            if (!IsOpen(node.Value))
            {
                _inOrder.Remove(node);
                _byKey.Remove(node.Value.Key);
            }

            node = next;
        }
    }
}
