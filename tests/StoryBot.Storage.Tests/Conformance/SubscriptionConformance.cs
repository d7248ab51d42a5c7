using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Tests.Support;

namespace StoryBot.Storage.Tests.Conformance;

public abstract class SubscriptionConformance : StoreTest
{
    private protected SubscriptionConformance(StoreProvider provider)
        : base(provider)
    {
    }

    private ISubscriptionStore Here => One.Get<ISubscriptionStore>();

    private ISubscriptionStore There => Other.Get<ISubscriptionStore>();

    [Fact]
    public async Task Subscription_Found_IsAsItWasAdded()
    {
        var added = Sample.Subscription() with { PostsWhenEmpty = true, IsPaused = true, LastSnapshot = Sample.Snapshot, LastAt = Sample.Now };

        await Here.AddAsync(added, Stop);

        Assert.Equal(added, await There.FindAsync(added.Id, Stop));
        Assert.Equal("weekdays at 08:30, Europe/Berlin", (await There.FindAsync(added.Id, Stop))!.Schedule.InWords);
        Assert.Null(await There.FindAsync(Sample.Subscription("C2").Id, Stop));
    }

    [Fact]
    public async Task Subscription_AddedAgain_KeepsWhatTheChannelWasTold()
    {
        await Here.AddAsync(Sample.Subscription() with { LastSnapshot = Sample.Snapshot, LastAt = Sample.Now }, Stop);
        await Here.ClaimDueAsync(Sample.Now, 10, Stop);

        var now = await There.AddAsync(Sample.Subscription() with { PostsWhenEmpty = true }, Stop);

        Assert.Equal((Sample.Snapshot, (DateTimeOffset?)Sample.Now, true), (now.LastSnapshot, now.LastAt, now.PostsWhenEmpty));
        Assert.Equal(now, Assert.Single(await Here.ClaimDueAsync(Sample.Now, 10, Stop)));
    }

    [Fact]
    public async Task Subscriptions_OfAChannel_AreListedByStoryAndTakenAway()
    {
        await Here.AddAsync(Sample.Subscription(story: "b"), Stop);
        await Here.AddAsync(Sample.Subscription(story: "a"), Stop);
        await Here.AddAsync(Sample.Subscription("C2"), Stop);
        var channel = Sample.Subscription().Channel with { Thread = "1.5" };

        Assert.Equal(["a", "b"], (await There.ListAsync(channel, Stop)).Select(subscription => subscription.Story.Value));
        Assert.True(await There.RemoveAsync(Sample.Subscription(story: "a").Id, Stop));
        Assert.False(await There.RemoveAsync(Sample.Subscription(story: "a").Id, Stop));
        Assert.Equal("b", Assert.Single(await Here.ListAsync(channel, Stop)).Story.Value);
    }

    [Fact]
    public async Task Due_LongestDueFirst_AndEachIsClaimedOnce()
    {
        await Here.AddAsync(Sample.Subscription("C1", Sample.Now), Stop);
        await Here.AddAsync(Sample.Subscription("C2", Sample.Now.AddHours(-1)), Stop);
        await Here.AddAsync(Sample.Subscription("C3", Sample.Now.AddSeconds(1)), Stop);
        await Here.AddAsync(Sample.Subscription("C4") with { IsPaused = true }, Stop);

        Assert.Equal(["C2"], await ClaimAsync(Here, most: 1));
        Assert.Equal(["C1"], await ClaimAsync(There));
        Assert.Empty(await ClaimAsync(Here));
        Assert.Equal(["C2", "C1", "C3"], await ClaimAsync(Here, Sample.Now + ISubscriptionStore.ClaimLifetime));
    }

    [Fact]
    public async Task Due_ClaimedByTwoAtOnce_EachGoesToOne()
    {
        for (var index = 0; index < 50; index++)
        {
            await Here.AddAsync(Sample.Subscription($"C{index}"), Stop);
        }

        var both = await Task.WhenAll(Task.Run(() => ClaimAsync(Here, most: 100), Stop), Task.Run(() => ClaimAsync(There, most: 100), Stop));

        Assert.Equal(50, both.Sum(claimed => claimed.Count));
        Assert.Equal(50, both.SelectMany(claimed => claimed).Distinct().Count());
    }

    [Fact]
    public async Task Pause_AndResume_EndTheClaim()
    {
        var id = (await Here.AddAsync(Sample.Subscription(), Stop)).Id;
        await ClaimAsync(Here);

        Assert.True(await There.PauseAsync(id, Stop));
        Assert.Empty(await ClaimAsync(There));
        Assert.True(await There.ResumeAsync(id, Sample.Now.AddMinutes(1), Stop));

        Assert.Empty(await ClaimAsync(There));
        Assert.Equal(["C1"], await ClaimAsync(There, Sample.Now.AddMinutes(1)));
        Assert.False(await There.PauseAsync(Sample.Subscription("C2").Id, Stop));
        Assert.False(await There.ResumeAsync(Sample.Subscription("C2").Id, null, Stop));
    }

    [Fact]
    public async Task Advance_MovesOnceAndPutsItsPostIntoTheOutbox()
    {
        var claimed = await Here.AddAsync(Sample.Subscription(), Stop);
        var run = new DigestRun(claimed.Id, Sample.Now, Sample.Now.AddDays(1), new SnapshotId("s2"), Sample.Now) { Post = Sample.Post("k1") };

        Assert.Equal([claimed.Id], await Here.AdvanceAsync([run], Stop));
        Assert.Empty(await There.AdvanceAsync([run with { Post = Sample.Post("k2") }], Stop));

        var moved = await There.FindAsync(claimed.Id, Stop);
        Assert.Equal((Sample.Now.AddDays(1), new SnapshotId("s2"), Sample.Now), (moved!.NextAt!.Value, moved.LastSnapshot!.Value, moved.LastAt!.Value));
        Assert.Equal(["k1"], (await Other.Get<IOutboxStore>().ListAsync(OutboxState.Pending, 10, Stop)).Select(entry => entry.Key));
    }

    [Fact]
    public async Task Advance_ThatFailsInTheMiddle_ChangesNothing()
    {
        var first = await Here.AddAsync(Sample.Subscription("C1"), Stop);
        var second = await Here.AddAsync(Sample.Subscription("C2"), Stop);
        var bad = Sample.Post("k2") with { To = null! };
        DigestRun[] runs =
        [
            new(first.Id, Sample.Now, Sample.Now.AddDays(1), null, null) { Post = Sample.Post("k1", content: "a") },
            new(second.Id, Sample.Now, Sample.Now.AddDays(1), null, null) { Post = bad with { Content = "b" } },
        ];

        await Assert.ThrowsAnyAsync<Exception>(async () => await Here.AdvanceAsync(runs, Stop));

        Assert.Empty(await Other.Get<IOutboxStore>().ListAsync(OutboxState.Pending, 10, Stop));
        Assert.Equal(["C1", "C2"], (await ClaimAsync(There)).Order());
    }

    [Fact]
    public async Task Release_GivesBackOnlyWhatStillStandsAsItWasClaimed()
    {
        await Here.AddAsync(Sample.Subscription("C1"), Stop);
        await Here.AddAsync(Sample.Subscription("C2"), Stop);
        var claimed = await Here.ClaimDueAsync(Sample.Now, 10, Stop);
        await There.AdvanceAsync([new DigestRun(Sample.Subscription("C2").Id, Sample.Now, Sample.Now.AddDays(1), null, null)], Stop);

        await Here.ReleaseAsync(claimed, Stop);

        Assert.Equal(["C1"], await ClaimAsync(There));
    }

    private static Task<IReadOnlyList<string>> ClaimAsync(ISubscriptionStore store, int most = 10) => ClaimAsync(store, Sample.Now, most);

    private static async Task<IReadOnlyList<string>> ClaimAsync(ISubscriptionStore store, DateTimeOffset now, int most = 10) =>
        [.. (await store.ClaimDueAsync(now, most, Stop)).Select(subscription => subscription.Channel.Channel)];
}
