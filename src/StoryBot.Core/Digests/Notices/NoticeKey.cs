using System.Globalization;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Digests.Outbox;

namespace StoryBot.Core.Digests.Notices;

/// <summary>The key of a notice: the same on every replica, so that however many of them write it, one is posted.</summary>
internal static class NoticeKey
{
    /// <summary>The key of what the parts name.</summary>
    public static string Of(PostKind kind, ReplyAddress to, string? person, params string[] parts)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{kind}\n{to.Platform}\n{to.Workspace}\n{to.Channel}\n{to.Thread}\n{person}\n");
        return OutboxPost.KeyOf(place + string.Join('\n', parts));
    }
}
