using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Digests.Scheduling;

public sealed class MemorySubscriptionStoreTests
{
    private static readonly DateTimeOffset Due = new(2031, 5, 2, 8, 30, 0, TimeSpan.Zero);

    private readonly MemoryOutboxStore _outbox = new();
    private readonly MemorySubscriptionStore _store;

    public MemorySubscriptionStoreTests() => _store = new MemorySubscriptionStore(_outbox);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClaimDue_ByTwoCallers_GivesEachOccurrenceToOne()
    {
        await AddAsync("one", "two", "three");

        var first = await _store.ClaimDueAsync(Due, 2, Cancellation);
        var second = await _store.ClaimDueAsync(Due, 10, Cancellation);

        Assert.Equal(2, first.Count);
        Assert.Single(second);
        Assert.Empty(first.Select(claimed => claimed.Id).Intersect(second.Select(claimed => claimed.Id)));
    }

    [Fact]
    public async Task ClaimDue_BeforeItsTimeOrPaused_GivesNothing()
    {
        var subscription = Assert.Single(await AddAsync("one"));

        Assert.Empty(await _store.ClaimDueAsync(Due.AddTicks(-1), 10, Cancellation));
        await _store.PauseAsync(subscription.Id, Cancellation);
        Assert.Empty(await _store.ClaimDueAsync(Due, 10, Cancellation));
        await _store.ResumeAsync(subscription.Id, Due, Cancellation);
        Assert.Single(await _store.ClaimDueAsync(Due, 10, Cancellation));
    }

    [Fact]
    public async Task ClaimDue_AfterTheClaimant_DiedIsGivenAgain()
    {
        await AddAsync("one");
        await _store.ClaimDueAsync(Due, 10, Cancellation);

        Assert.Empty(await _store.ClaimDueAsync(Due + ISubscriptionStore.ClaimLifetime - TimeSpan.FromTicks(1), 10, Cancellation));
        Assert.Single(await _store.ClaimDueAsync(Due + ISubscriptionStore.ClaimLifetime, 10, Cancellation));
    }

    [Fact]
    public async Task Release_OfAClaim_GivesItAgainAtOnce()
    {
        await AddAsync("one");
        var claimed = await _store.ClaimDueAsync(Due, 10, Cancellation);

        await _store.ReleaseAsync(claimed, Cancellation);

        Assert.Single(await _store.ClaimDueAsync(Due, 10, Cancellation));
    }

    [Fact]
    public async Task Advance_OfAnOccurrenceByTwo_PostsOnce()
    {
        var subscription = Assert.Single(await AddAsync("one"));
        var run = Run(subscription, "key1");

        Assert.Equal([subscription.Id], await _store.AdvanceAsync([run], Cancellation));
        Assert.Empty(await _store.AdvanceAsync([run with { Post = run.Post! with { Key = "key2" } }], Cancellation));

        var moved = await _store.FindAsync(subscription.Id, Cancellation);
        Assert.Equal((run.NextAt, run.LastSnapshot, run.LastAt), (moved!.NextAt, moved.LastSnapshot, moved.LastAt));
        Assert.Equal("key1", Assert.Single(await _outbox.ListAsync(OutboxState.Pending, 10, Cancellation)).Key);
    }

    [Fact]
    public async Task Add_AgainWithAnotherSchedule_KeepsWhatTheLastDigestTold()
    {
        var subscription = Assert.Single(await AddAsync("one"));
        var run = Run(subscription, "key1");
        await _store.AdvanceAsync([run], Cancellation);

        var added = await _store.AddAsync(subscription with { Schedule = new DigestSchedule("0 9 * * *", "UTC", "daily"), NextAt = Due.AddDays(2) }, Cancellation);

        Assert.Equal((run.LastSnapshot, run.LastAt, Due.AddDays(2)), (added.LastSnapshot, added.LastAt, added.NextAt));
        Assert.Equal([added], await _store.ListAsync(added.Channel with { Thread = "t" }, Cancellation));
        Assert.True(await _store.RemoveAsync(added.Id, Cancellation));
        Assert.False(await _store.RemoveAsync(added.Id, Cancellation));
        Assert.Null(await _store.FindAsync(added.Id, Cancellation));
    }

    private static DigestRun Run(DigestSubscription subscription, string key) =>
        new(subscription.Id, Due, Due.AddDays(1), new SnapshotId("0123456789abcdef"), Due.AddSeconds(1)) { Post = new OutboxEntry(key, PostKind.Digest, subscription.To, "{}", Due) };

    private async Task<IReadOnlyList<DigestSubscription>> AddAsync(params string[] channels)
    {
        foreach (var channel in channels)
        {
            await _store.AddAsync(Subscriptions.At(channel, Due), Cancellation);
        }

        return [.. await Task.WhenAll(channels.Select(async channel => Assert.Single(await _store.ListAsync(Subscriptions.Channel(channel), Cancellation))))];
    }
}
