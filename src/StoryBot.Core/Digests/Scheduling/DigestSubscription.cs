using StoryBot.Core.Chat.Events;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>A channel's wish for digests of a story. Immutable.</summary>
public sealed record DigestSubscription
{
    /// <summary>The id; see <see cref="SubscriptionId.Of"/>.</summary>
    public SubscriptionId Id => SubscriptionId.Of(Channel, Story);

    /// <summary>The channel, or the direct conversation; its thread is null.</summary>
    public required ConversationKey Channel { get; init; }

    /// <summary>Where digests are posted. Holds nothing that is secret or ends: <see cref="ReplyAddress.ResponseToken"/> is null.</summary>
    public required ReplyAddress To { get; init; }

    /// <summary>The story.</summary>
    public required StoryId Story { get; init; }

    /// <summary>When.</summary>
    public required DigestSchedule Schedule { get; init; }

    /// <summary>The platform's id of the person who asked for it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it rests; a subscription that rests is never due.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Whether a digest comes even when nothing has changed. Default: no.</summary>
    public bool PostsWhenEmpty { get; init; }

    /// <summary>The knowledge that the last digest told of; null before the first.</summary>
    public SnapshotId? LastSnapshot { get; init; }

    /// <summary>When the last digest was made; null before the first.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>When the next is due; null when the schedule has no occurrence any more.</summary>
    public DateTimeOffset? NextAt { get; init; }
}
