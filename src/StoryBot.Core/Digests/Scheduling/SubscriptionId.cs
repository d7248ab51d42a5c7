using System.Security.Cryptography;
using System.Text;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>
/// The id of a subscription: a hash of the channel and the story (lower-case hexadecimal, 32 characters), because a channel has at most one
/// for each story.
/// </summary>
public readonly record struct SubscriptionId(string Value)
{
    /// <summary>The id of a channel's subscription to a story.</summary>
    public static SubscriptionId Of(ConversationKey channel, StoryId story)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var parts = new[] { channel.Platform.Value, channel.Workspace, channel.Channel, story.Value };
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16)));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
