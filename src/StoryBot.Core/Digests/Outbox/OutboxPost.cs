using System.Security.Cryptography;
using System.Text;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Digests.Outbox;

/// <summary>Something that the bot posts of its own accord. Immutable.</summary>
/// <param name="Key">
/// What makes it the same post wherever and however often it is made: at most <see cref="KeyLength"/> ASCII letters and digits. Senders make
/// repetitions harmless by it.
/// </param>
/// <param name="Kind">What it is.</param>
/// <param name="To">Where it goes; without a token that answers one event.</param>
/// <param name="Reply">What it says.</param>
/// <param name="At">When it was made.</param>
public sealed record OutboxPost(string Key, PostKind Kind, ReplyAddress To, ChatReply Reply, DateTimeOffset At)
{
    /// <summary>The most characters a key has; see <see cref="Chat.IChatSender.SendAsync"/>.</summary>
    public const int KeyLength = 20;

    /// <summary>The key of what a text names: the same text, the same post, on every replica.</summary>
    public static string KeyOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..KeyLength];
}

/// <summary>What a post is.</summary>
public enum PostKind
{
    /// <summary>A digest on its schedule.</summary>
    Digest,

    /// <summary>A correction of an answer.</summary>
    Correction,

    /// <summary>Word that a question which was not answered can be answered now.</summary>
    GapNotice,
}
