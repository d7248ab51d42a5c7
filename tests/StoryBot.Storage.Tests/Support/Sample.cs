using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Storage.Tests.Support;

/// <summary>Values to store.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2031, 5, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly PlatformId Discord = new("discord");
    public static readonly PlatformId Slack = new("slack");
    public static readonly StoryId Story = new("cells");
    public static readonly SnapshotId Snapshot = new("snapshot-1");
    public static readonly RecordId Cost = new(RecordKind.Claim, "cost");
    public static readonly RecordId Fall = new(RecordKind.MarketFact, "fall");

    public static ChatEvent Event(string id, ChatRequest? request = null, string person = "U1") => new(
        new ChatEventId(Slack, id),
        new ConversationKey(Slack, "T1", "C1", "17.5"),
        new ChatPerson(person) { Roles = ["admin"], ManagesWorkspace = true },
        To("C1") with { Thread = "17.5", Message = "18.5", Person = person, ResponseToken = "https://hooks/1", ResponseEnds = Now.AddMinutes(15), HasPlaceholder = true },
        request ?? new ChatRequest.Message("what did it cost"),
        Now);

    public static ReplyAddress To(string channel, PlatformId? platform = null) => new(platform ?? Slack, channel) { Workspace = "T1" };

    public static LoggedAnswer Answer(string id, string channel = "C1", string person = "U1", params CitedRecord[] cited) => new(
        new AnswerId(id),
        new ConversationKey(Slack, "T1", channel, null),
        person,
        To(channel),
        ReplyAudience.Everyone,
        Story,
        Snapshot,
        "What did it cost?",
        "{}",
        ["And the Q5?", "Who says so?"],
        cited,
        Now);

    public static UnansweredQuestion Gap(string question, string channel = "C1", string person = "U1", bool isPrivate = false) =>
        new(Story, question, isPrivate, person, To(channel), isPrivate ? ReplyAudience.Asker : ReplyAudience.Everyone, Now);

    public static FeedbackEntry Feedback(string note, string person = "U1") => new(
        new AnswerId("a1"),
        Story,
        Snapshot,
        [Cost, Fall],
        FeedbackReason.WrongNumber,
        note,
        new ConversationKey(Slack, "T1", "D1", "17.5") { IsDirect = true },
        new ChatPerson(person),
        Now);

    public static LoggedTurn Turn(string id, string question = "What did it cost?", string person = "U1") => new(id, Story, Slack, person, question, [Cost, Fall], Now);

    public static OutboxEntry Post(string key, string channel = "C1", string content = "content") => new(key, PostKind.Correction, To(channel), content, Now);

    public static DigestSubscription Subscription(string channel = "C1", DateTimeOffset? nextAt = null, string story = "cells") => new()
    {
        Channel = new ConversationKey(Slack, "T1", channel, null),
        To = To(channel),
        Story = new StoryId(story),
        Schedule = new DigestSchedule("30 8 * * 1-5", "Europe/Berlin", "weekdays at 08:30, Europe/Berlin"),
        CreatedBy = "U1",
        CreatedAt = Now,
        NextAt = nextAt ?? Now,
    };
}
