using StoryBot.Core.Digests.Outbox;
using StoryBot.Storage.Tests.Support;

namespace StoryBot.Storage.Tests.Conformance;

public abstract class OutboxConformance : StoreTest
{
    private protected OutboxConformance(StoreProvider provider)
        : base(provider)
    {
    }

    private IOutboxStore Here => One.Get<IOutboxStore>();

    private IOutboxStore There => Other.Get<IOutboxStore>();

    [Fact]
    public async Task Post_WithAKnownKey_IsRefused()
    {
        Assert.True(await Here.AddAsync(Sample.Post("k1", content: "first"), Stop));
        Assert.False(await There.AddAsync(Sample.Post("k1", "C2", "second"), Stop));

        var claimed = Assert.Single(await There.ClaimAsync(Sample.Now, 10, Stop));

        Assert.Equal(Sample.Post("k1", content: "first") with { State = OutboxState.Sending, Attempts = 1 }, claimed);
    }

    [Fact]
    public async Task Posts_OfOneChannel_ComeOneAfterTheOther()
    {
        await Here.AddAsync(Sample.Post("k1"), Stop);
        await Here.AddAsync(Sample.Post("k2"), Stop);
        await Here.AddAsync(Sample.Post("k3", "C2"), Stop);

        Assert.Equal(["k1", "k3"], await ClaimAsync(There));
        Assert.Empty(await ClaimAsync(Here));
        await There.PostedAsync("k1", Sample.Now, Stop);

        Assert.Equal(["k2"], await ClaimAsync(Here));
        Assert.Equal(["k1"], (await Here.ListAsync(OutboxState.Posted, 10, Stop)).Select(entry => entry.Key));
    }

    [Fact]
    public async Task Posts_ClaimedByTwoAtOnce_EachGoesToOne()
    {
        for (var index = 0; index < 60; index++)
        {
            await Here.AddAsync(Sample.Post($"k{index}", $"C{index}"), Stop);
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(() => ClaimAsync(index % 2 == 0 ? Here : There, most: 20), Stop)));
        var rest = await ClaimAsync(Here, most: 100);

        var keys = claims.SelectMany(claim => claim).Concat(rest).ToList();
        Assert.Equal(60, keys.Count);
        Assert.Equal(60, keys.Distinct().Count());
    }

    [Fact]
    public async Task Post_ThatFailed_IsTriedAgainWhenItsTimeComesAndHoldsItsChannel()
    {
        await Here.AddAsync(Sample.Post("k1"), Stop);
        await Here.AddAsync(Sample.Post("k2"), Stop);
        await ClaimAsync(Here);

        await Here.RetryAsync("k1", Sample.Now.AddMinutes(1), "no answer", Stop);

        Assert.Empty(await ClaimAsync(There));
        var again = Assert.Single(await There.ClaimAsync(Sample.Now.AddMinutes(1), 10, Stop));
        Assert.Equal(("k1", 2, "no answer"), (again.Key, again.Attempts, again.Problem));
    }

    [Fact]
    public async Task Post_ThatIsGivenUp_HoldsNothingUpAndIsShown()
    {
        await Here.AddAsync(Sample.Post("k1"), Stop);
        await Here.AddAsync(Sample.Post("k2"), Stop);
        await ClaimAsync(Here);

        await Here.ParkAsync("k1", "the channel is gone", Stop);

        Assert.Equal(["k2"], await ClaimAsync(There));
        Assert.Equal("the channel is gone", Assert.Single(await There.ListAsync(OutboxState.Failed, 10, Stop)).Problem);
        Assert.Contains("1 posts were given up", (await One.HealthAsync()).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OfADeadReplica_IsClaimedAgainButNotThatOfALivingOne()
    {
        await Here.AddAsync(Sample.Post("k1"), Stop);
        await ClaimAsync(Here);

        await Other.LookUntilSureAsync(One);
        Assert.Empty(await ClaimAsync(There));
        await Other.LookUntilSureAsync();

        Assert.Equal(2, Assert.Single(await There.ClaimAsync(Sample.Now, 10, Stop)).Attempts);
    }

    [Fact]
    public async Task Post_ThatWasTakenOver_IsNotTheFirstOnesAnyMore()
    {
        await Here.AddAsync(Sample.Post("k1"), Stop);
        await ClaimAsync(Here);
        Assert.True(await Here.StillHasAsync("k1", Stop));

        await Other.LookUntilSureAsync();
        await ClaimAsync(There);
        await Here.RetryAsync("k1", Sample.Now, "too late", Stop);
        await Here.ParkAsync("k1", "too late", Stop);

        Assert.False(await Here.StillHasAsync("k1", Stop));
        Assert.True(await There.StillHasAsync("k1", Stop));
        Assert.Empty(await ClaimAsync(Here));
        Assert.Null(Assert.Single(await There.ListAsync(OutboxState.Sending, 10, Stop)).Problem);
    }

    [Fact]
    public async Task Post_ThatThisProcessSends_IsNotClaimedByItselfWhenItWasTakenForDead()
    {
        await Here.AddAsync(Sample.Post("k1"), Stop);
        await ClaimAsync(Here);

        await Other.LookUntilSureAsync();

        Assert.Empty(await ClaimAsync(Here));
    }

    [Fact]
    public async Task Post_AddedWhileTheSweepRuns_KeepsWhatItSays()
    {
        for (var round = 0; round < 15; round++)
        {
            await Here.AddAsync(Sample.Post($"a{round}", $"A{round}", "the same"), Stop);
            await Here.ClaimAsync(Sample.Now, 10, Stop);
            await Here.PostedAsync($"a{round}", Sample.Now, Stop);

            await Task.WhenAll(
                Task.Run(async () => await Other.Get<RetentionSweep>().RunAsync(Stop), Stop),
                Task.Run(async () => await Here.AddAsync(Sample.Post($"b{round}", $"B{round}", "the same"), Stop), Stop));

            var claimed = Assert.Single(await Here.ClaimAsync(Sample.Now, 10, Stop));
            Assert.Equal("the same", claimed.Content);
            await Here.PostedAsync(claimed.Key, Sample.Now, Stop);
        }
    }

    private static async Task<IReadOnlyList<string>> ClaimAsync(IOutboxStore outbox, int most = 10) =>
        [.. (await outbox.ClaimAsync(Sample.Now, most, Stop)).Select(entry => entry.Key)];
}
