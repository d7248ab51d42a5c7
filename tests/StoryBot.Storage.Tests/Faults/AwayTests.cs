using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Storage.Access;
using StoryBot.Storage.Tests.Support;

namespace StoryBot.Storage.Tests.Faults;

/// <summary>The database goes away and comes back: nothing that was to be stored is lost, and nobody waits for it.</summary>
public sealed class AwayTests : IAsyncLifetime
{
    private readonly ScriptedContexts _script = new();
    private TestDatabase? _database;
    private TestReplica? _replica;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestReplica Replica => _replica!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(StoreProvider.Sqlite);
        _replica = await TestReplica.StartAsync(_database, new TestReplicaOptions { Change = _script.AddTo });
    }

    public async ValueTask DisposeAsync()
    {
        await _replica!.DisposeAsync();
        await _database!.DisposeAsync();
    }

    [Fact]
    public async Task Events_WhileAway_AreTakenInAndRepetitionsKnown()
    {
        _script.IsAway = true;

        Assert.True(await Replica.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop));
        Assert.False(await Replica.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop));

        await ComeBackAsync();
        await using var other = await TestReplica.StartAsync(_database!);
        Assert.False(await other.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop));
    }

    [Fact]
    public async Task Writes_WhileAway_AreWrittenInOrderWhenItIsBack()
    {
        _script.IsAway = true;
        await Replica.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop);
        await Replica.Get<IEventLog>().FinishAsync(Sample.Event("e1").Id, Stop);
        await Replica.Get<IAnswerLog>().AddAsync(Sample.Answer("a1", cited: new CitedRecord(Sample.Cost, "old")), Stop);
        await Replica.Get<IAnswerLog>().CorrectedAsync(Sample.Story, Sample.Cost, "new", Stop);
        await Replica.Get<IFeedbackLog>().AddAsync(Sample.Feedback("kept"), Stop);
        Assert.Equal(5, Replica.Store.Waiting);

        // Behind those that wait, even when the store is back before them.
        _script.IsAway = false;
        Replica.Clock.Advance(TimeSpan.FromSeconds(2));
        await Replica.Get<IConversationLog>().AddAsync("here", Sample.Turn("t1"), Stop);
        Assert.Equal(6, Replica.Store.Waiting);

        Assert.True(await Replica.Store.FlushAsync(Stop));
        Assert.Equal(0, Replica.Store.Waiting);
        Assert.NotNull(await Replica.ReadAsync((context, token) => context.Events.Select(row => row.FinishedAt).SingleAsync(token)));
        Assert.Equal("new", Assert.Single((await Replica.Get<IAnswerLog>().FindAsync(Sample.Answer("a1").Id, Stop))!.Cited).Hash);
        Assert.Single(await Replica.Get<IFeedbackLog>().ListAsync(Sample.Story, 10, Stop));
        Assert.Single(await Replica.Get<IConversationLog>().ReadAsync("here", 10, Stop));
    }

    [Fact]
    public async Task Write_ThatTheDatabaseRefuses_HoldsUpNeitherTheCallerNorThoseBehindIt()
    {
        _script.IsAway = true;
        await Replica.Get<IAnswerLog>().AddAsync(Sample.Answer("a1"), Stop);
        await Replica.Get<IAnswerLog>().AddAsync(Sample.Answer("a1"), Stop);
        await Replica.Get<IAnswerLog>().AddAsync(Sample.Answer("a2"), Stop);

        await ComeBackAsync();
        await Replica.Get<IAnswerLog>().AddAsync(Sample.Answer("a2"), Stop);

        Assert.Equal(2, await Replica.ReadAsync((context, token) => context.Answers.CountAsync(token)));
    }

    [Fact]
    public async Task Outbox_WhileAway_WaitsAndSaysSo()
    {
        var outbox = Replica.Get<IOutboxStore>();
        await outbox.AddAsync(Sample.Post("k1"), Stop);
        await outbox.ClaimAsync(Sample.Now, 10, Stop);
        _script.IsAway = true;

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await outbox.ClaimAsync(Sample.Now, 10, Stop));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await outbox.AddAsync(Sample.Post("k2"), Stop));
        await outbox.PostedAsync("k1", Sample.Now, Stop);

        await ComeBackAsync();
        Assert.Equal("k1", Assert.Single(await outbox.ListAsync(OutboxState.Posted, 10, Stop)).Key);
    }

    [Fact]
    public async Task Health_WhileAway_IsDegradedUntilEverythingIsWritten()
    {
        Assert.Equal(HealthStatus.Healthy, (await Replica.HealthAsync()).Status);
        _script.IsAway = true;
        await Replica.Get<IAnswerLog>().AddAsync(Sample.Answer("a1"), Stop);

        var away = await Replica.HealthAsync();
        _script.IsAway = false;
        Replica.Clock.Advance(TimeSpan.FromSeconds(2));
        var waiting = await Replica.HealthAsync();
        await Replica.Store.FlushAsync(Stop);

        Assert.Equal((HealthStatus.Degraded, "the store is away: the database is away"), (away.Status, away.Description));
        Assert.Equal((HealthStatus.Degraded, "1 writes wait for the store"), (waiting.Status, waiting.Description));
        Assert.Equal(HealthStatus.Healthy, (await Replica.HealthAsync()).Status);
    }

    [Fact]
    public async Task Process_ThatStops_WritesWhatWaitsAndLeavesTheList()
    {
        _script.IsAway = true;
        await Replica.Get<IAnswerLog>().AddAsync(Sample.Answer("a1"), Stop);
        _script.IsAway = false;
        Replica.Clock.Advance(TimeSpan.FromSeconds(2));

        await Replica.StopAsync();

        Assert.Equal(0, Replica.Store.Waiting);
        Assert.NotNull(await Replica.Get<IAnswerLog>().FindAsync(Sample.Answer("a1").Id, Stop));
        Assert.Equal(0, await Replica.ReadAsync((context, token) => context.Replicas.CountAsync(token)));
    }

    [Fact]
    public async Task Caller_ThatGivesUp_DoesNotMakeTheStoreLookAway()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Replica.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), given.Token));

        Assert.Null(Replica.Store.Problem);
        Assert.True(await Replica.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop));
    }

    [Fact]
    public async Task Postgres_ThatDropsItsConnectionsAndIsGone_IsSurvived()
    {
        await using var database = await TestDatabase.CreateAsync(StoreProvider.Postgres);
        await using var replica = await TestReplica.StartAsync(database);
        await replica.Get<IAnswerLog>().AddAsync(Sample.Answer("a1"), Stop);

        await database.OnServerAsync($"UPDATE pg_database SET datallowconn = FALSE WHERE datname = '{database.Name}'");
        await database.OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database.Name}'");
        await replica.Get<IAnswerLog>().AddAsync(Sample.Answer("a2"), Stop);
        Assert.True(await replica.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop));
        replica.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(await replica.Store.FlushAsync(Stop));
        Assert.Equal(HealthStatus.Degraded, (await replica.HealthAsync()).Status);

        await database.OnServerAsync($"UPDATE pg_database SET datallowconn = TRUE WHERE datname = '{database.Name}'");
        for (var attempt = 0; attempt < 5 && replica.Store.Waiting > 0; attempt++)
        {
            replica.Clock.Advance(TimeSpan.FromSeconds(2));
            await replica.Store.FlushAsync(Stop);
        }

        Assert.NotNull(await replica.Get<IAnswerLog>().FindAsync(Sample.Answer("a2").Id, Stop));
        Assert.Equal(1, await replica.ReadAsync((context, token) => context.Events.CountAsync(token)));
        Assert.Equal(HealthStatus.Healthy, (await replica.HealthAsync()).Status);
    }

    private async Task ComeBackAsync()
    {
        _script.IsAway = false;
        Replica.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await Replica.Store.FlushAsync(Stop));
    }
}
