using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>An occurrence of a subscription that was dealt with. Immutable.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="DueAt">The occurrence: what <see cref="DigestSubscription.NextAt"/> was when it was claimed.</param>
/// <param name="NextAt">The next occurrence; null when there is none any more.</param>
/// <param name="LastSnapshot">What <see cref="DigestSubscription.LastSnapshot"/> becomes.</param>
/// <param name="LastAt">What <see cref="DigestSubscription.LastAt"/> becomes.</param>
public sealed record DigestRun(SubscriptionId Subscription, DateTimeOffset DueAt, DateTimeOffset? NextAt, SnapshotId? LastSnapshot, DateTimeOffset? LastAt)
{
    /// <summary>The digest to post; null where there was nothing to tell.</summary>
    public OutboxEntry? Post { get; init; }
}
