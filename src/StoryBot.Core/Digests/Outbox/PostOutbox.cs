using StoryBot.Core.Chat.Replies.Archive;

namespace StoryBot.Core.Digests.Outbox;

/// <summary>Writes posts into the store, and tells the poster that there is something to do. Safe to share between threads.</summary>
internal sealed class PostOutbox(IOutboxStore store, OutboxSignal signal) : IOutbox
{
    /// <inheritdoc/>
    public async ValueTask<bool> AddAsync(OutboxPost post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (post.Key.Length is 0 or > OutboxPost.KeyLength || !post.Key.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"A key has 1 to {OutboxPost.KeyLength} ASCII letters and digits.", nameof(post));
        }

        // A token that answers one event is a secret, and over when the post goes out.
        var to = post.To.Lasting with { IsUnprompted = true };
        var isNew = await store.AddAsync(new OutboxEntry(post.Key, post.Kind, to, ReplyArchive.Write(post.Reply), post.At), cancellationToken);
        if (isNew)
        {
            signal.Set();
        }

        return isNew;
    }
}
