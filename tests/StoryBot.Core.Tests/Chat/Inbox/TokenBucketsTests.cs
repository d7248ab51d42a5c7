using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Chat.Inbox;

namespace StoryBot.Core.Tests.Chat.Inbox;

public sealed class TokenBucketsTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Bucket_Empty_SaysHowLongToWaitAndFillsEvenly()
    {
        var buckets = new TokenBuckets(perMinute: 6, _clock);
        Assert.All(Enumerable.Range(0, 6), _ => Assert.Null(buckets.Take("ada")));

        Assert.Equal(TimeSpan.FromSeconds(10), buckets.Take("ada"));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(6, buckets.Take("ada")!.Value.TotalSeconds, 3);
        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Null(buckets.Take("ada"));
        Assert.NotNull(buckets.Take("ada"));
    }

    [Fact]
    public void Bucket_OfOneKey_LeavesTheOthersAlone()
    {
        var buckets = new TokenBuckets(perMinute: 1, _clock);

        Assert.Null(buckets.Take("ada"));
        Assert.NotNull(buckets.Take("ada"));
        Assert.Null(buckets.Take("ben"));
    }

    [Fact]
    public void Bucket_AfterARest_IsFullAndNoMore()
    {
        var buckets = new TokenBuckets(perMinute: 2, _clock);
        Assert.Null(buckets.Take("ada"));
        _clock.Advance(TimeSpan.FromHours(5));

        Assert.Null(buckets.Take("ada"));
        Assert.Null(buckets.Take("ada"));
        Assert.NotNull(buckets.Take("ada"));
    }
}
