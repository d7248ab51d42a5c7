namespace StoryBot.Core.Digests.Outbox;

/// <summary>The way out for what nobody asked for just now: what is put here is posted once, in the order of its channel. Safe to share between threads.</summary>
public interface IOutbox
{
    /// <summary>Puts a post into the outbox; false when one with its key was put there before.</summary>
    ValueTask<bool> AddAsync(OutboxPost post, CancellationToken cancellationToken);
}
