using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Archive;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Composition;

/// <summary>Makes the digest that a channel is due: an overview at first, then what changed since its last one. Safe to share between threads.</summary>
internal sealed class DigestMaker(SnapshotVerifiers verifiers, ISnapshotArchive archive)
{
    /// <summary>The digest of a story as it stands.</summary>
    /// <param name="story">The story.</param>
    /// <param name="last">What the channel's last digest told of, and when that was; null for a first digest.</param>
    /// <param name="scope">What the channel sees now.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    public async ValueTask<Digest> MakeAsync(ChatStory story, LastDigest? last, ReaderScope scope, CancellationToken cancellationToken)
    {
        // The next digest compares with this one.
        await archive.KeepAsync(story.Snapshot, cancellationToken);
        var composer = new DigestComposer(story.Verifier);
        if (last is null)
        {
            return composer.Overview(scope);
        }

        var before = await verifiers.FindAsync(story.Id, last.Snapshot, cancellationToken);

        // A state that is kept no longer cannot be compared with; the dates in the knowledge say what is new.
        return before is null
            ? composer.Since(last.At, scope)
            : composer.Changes(before, scope with { Now = last.At }, last.At, scope);
    }
}

/// <summary>A channel's last digest.</summary>
/// <param name="Snapshot">The knowledge that it told of.</param>
/// <param name="At">When it was made.</param>
internal sealed record LastDigest(SnapshotId Snapshot, DateTimeOffset At)
{
    /// <summary>The last digest of a subscription; null before the first, or without a subscription.</summary>
    public static LastDigest? Of(Scheduling.DigestSubscription? subscription) =>
        subscription is { LastSnapshot: { } snapshot, LastAt: { } at } ? new LastDigest(snapshot, at) : null;
}
