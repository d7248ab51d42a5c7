using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Digests;

/// <summary>Subscriptions of channels that are called by a word.</summary>
internal static class Subscriptions
{
    public static ConversationKey Channel(string name) => new(new PlatformId("loopback"), "team", name, null);

    public static DigestSubscription At(string channel, DateTimeOffset due) => new()
    {
        Channel = Channel(channel),
        To = new ReplyAddress(new PlatformId("loopback"), channel) { Workspace = "team" },
        Story = new StoryId("invented"),
        Schedule = new DigestSchedule("30 8 * * *", "UTC", "daily at 08:30, UTC"),
        CreatedBy = "ada",
        CreatedAt = due.AddDays(-1),
        NextAt = due,
    };
}
