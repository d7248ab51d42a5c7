using Microsoft.EntityFrameworkCore;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Storage.Tests.Support;

namespace StoryBot.Storage.Tests.Faults;

/// <summary>Processes that share a database: clocks that differ, starts at the same time, and a database that another start made.</summary>
public sealed class ReplicaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Providers => ["Sqlite", "Postgres"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Clocks_NinetySecondsApart_ClaimNothingTwiceAndTakeNothingFromTheLiving(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(Enum.Parse<StoreProvider>(provider));
        await using var early = await TestReplica.StartAsync(database);
        await using var late = await TestReplica.StartAsync(database, new TestReplicaOptions { Now = Sample.Now.AddSeconds(90) });
        await early.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop);
        await early.Get<IOutboxStore>().AddAsync(Sample.Post("k1"), Stop);
        await early.Get<ISubscriptionStore>().AddAsync(Sample.Subscription(), Stop);

        Assert.Single(await early.Get<IOutboxStore>().ClaimAsync(early.Clock.GetUtcNow(), 10, Stop));
        Assert.Single(await early.Get<ISubscriptionStore>().ClaimDueAsync(early.Clock.GetUtcNow(), 10, Stop));
        await late.LookUntilSureAsync(early);

        Assert.Empty(await late.Get<IOutboxStore>().ClaimAsync(late.Clock.GetUtcNow(), 10, Stop));
        Assert.Empty(await late.Get<ISubscriptionStore>().ClaimDueAsync(late.Clock.GetUtcNow(), 10, Stop));
        Assert.Empty(await late.Get<IEventLog>().TakeOverAsync(10, Stop));
        await early.LookUntilSureAsync(late);
        Assert.Equal(2, await early.ReadAsync((context, token) => context.Replicas.CountAsync(token)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Starts_AtTheSameTimeOnAnEmptyDatabase_AllSucceed(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(Enum.Parse<StoreProvider>(provider));

        var replicas = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TestReplica.StartAsync(database), Stop)));

        Assert.Equal(4, await replicas[0].ReadAsync((context, token) => context.Replicas.CountAsync(token)));
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Database_OfTheFirstMigrationWithRows_OpensWithThem(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(Enum.Parse<StoreProvider>(provider));
        await using (var first = TestReplica.Create(database))
        {
            await first.Store.WriteAsync(
                async (context, token) =>
                {
                    await context.Database.MigrateAsync(context.Database.GetMigrations().First(), token);
                    // What this version writes of an answer is more than that schema has.
                    await context.Database.ExecuteSqlRawAsync(
                        """
                        INSERT INTO "Answers" ("Id", "Platform", "Workspace", "Channel", "IsDirect", "Person", "SentTo", "Place", "IsForAsker", "Story", "Snapshot", "Content", "Suggestions", "At")
                        VALUES ('a1', 'slack', 'T1', 'C1', FALSE, 'U1', {0}, 'slack/T1/C1//', FALSE, 'cells', 's1', {1}, '[]', 1)
                        """,
                        [StoreJson.Write(Sample.To("C1")), "{}"],
                        token);
                    await context.Database.ExecuteSqlRawAsync(
                        """INSERT INTO "Citations" ("AnswerId", "Story", "Record", "Hash") VALUES ('a1', 'cells', {0}, 'old')""", [Sample.Cost.ToString()], token);
                    return true;
                },
                Stop);
            await first.Get<IOutboxStore>().AddAsync(Sample.Post("k1"), Stop);
            await first.Get<ISubscriptionStore>().AddAsync(Sample.Subscription(), Stop);
            await first.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop);
        }

        await using var now = await TestReplica.StartAsync(database);

        Assert.Empty(await now.ReadAsync((context, token) => context.Database.GetPendingMigrationsAsync(token)));
        Assert.False(await now.ReadAsync((context, _) => Task.FromResult(context.Database.HasPendingModelChanges())));
        Assert.Equal("content", Assert.Single(await now.Get<IOutboxStore>().ClaimAsync(Sample.Now, 10, Stop)).Content);
        Assert.Equal(Sample.Subscription(), await now.Get<ISubscriptionStore>().FindAsync(Sample.Subscription().Id, Stop));
        Assert.Equal("C1", Assert.Single(await now.Get<IAnswerLog>().FindCitingAsync(Sample.Story, Sample.Cost, "new", 10, Stop)).To.Channel);
        Assert.Equal(["slack/T1/C1//"], await now.ReadAsync((context, token) => context.Citations.Select(row => row.Place).ToListAsync(token)));
        Assert.Equal("e1", Assert.Single(await now.Get<IEventLog>().TakeOverAsync(10, Stop)).Id.Value);
    }
}
