using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Memory;
using StoryBot.Storage.Access;
using StoryBot.Storage.Tests.Support;

namespace StoryBot.Storage.Tests.Faults;

/// <summary>SQLite files that cannot be used: told in a sentence at the start, degraded health later, and nothing lost in silence.</summary>
public sealed class FileTests : IAsyncLifetime
{
    private TestDatabase? _database;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestDatabase Database => _database!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(StoreProvider.Sqlite);

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    [Fact]
    public async Task Start_WithADamagedFile_SaysSo()
    {
        await File.WriteAllTextAsync(Database.Name, string.Concat(Enumerable.Repeat("This is no database. ", 1000)), Stop);

        Assert.Contains("damaged or not an SQLite database", await ProblemAsync(), StringComparison.Ordinal);
        Assert.StartsWith("This is no database.", await File.ReadAllTextAsync(Database.Name, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithADirectoryInItsPlace_SaysSo()
    {
        Directory.CreateDirectory(Database.Name);

        Assert.Contains("look at its path, which may be a folder's", await ProblemAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAFolderThatIsNotThere_SaysSo()
    {
        var problem = await ProblemAsync("Data Source=" + Path.Combine(Path.GetDirectoryName(Database.Name)!, "missing", "store.db"));

        Assert.Contains("cannot be opened", problem, StringComparison.Ordinal);
        Assert.Contains("Store:ConnectionString", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAFileThatMayOnlyBeRead_SaysSo()
    {
        await (await TestReplica.StartAsync(Database)).DisposeAsync();

        Assert.Contains("read-only", await ProblemAsync($"{Database.ConnectionString};Mode=ReadOnly"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disk_ThatIsFull_LosesNothingAndDegradesHealth()
    {
        var script = new ScriptedContexts();
        await using var replica = await TestReplica.StartAsync(Database, new TestReplicaOptions { Change = script.AddTo });
        script.IsFull = true;

        for (var index = 0; index < 20; index++)
        {
            await replica.Get<IAnswerLog>().AddAsync(Sample.Answer($"a{index}") with { Content = new string('x', 20_000) }, Stop);
        }

        Assert.True(await replica.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop));
        var full = await replica.HealthAsync();
        Assert.Equal((HealthStatus.Degraded, "the store is away: the disk is full"), (full.Status, full.Description));
        Assert.True(replica.Store.Waiting > 0);

        script.IsFull = false;
        replica.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await replica.Store.FlushAsync(Stop));
        Assert.Equal(20, await replica.ReadAsync((context, token) => context.Answers.CountAsync(token)));
        Assert.Equal(HealthStatus.Healthy, (await replica.HealthAsync()).Status);
    }

    [Fact]
    public async Task Start_AfterAProcessWasKilledWhileItMigrated_GoesOn()
    {
        await using (var connection = new SqliteConnection(Database.ConnectionString))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2020-01-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync(Stop);
        }

        await using var replica = await TestReplica.StartAsync(Database).WaitAsync(Testing.Waiting.Patience.Limit, Stop);

        Assert.Equal(0, await replica.ReadAsync((context, token) => context.Answers.CountAsync(token)));
    }

    private async Task<string> ProblemAsync(string? connectionString = null)
    {
        await using var replica = TestReplica.Create(Database, new TestReplicaOptions { ConnectionString = connectionString });
        return (await Assert.ThrowsAsync<StoreUnavailableException>(replica.PrepareAsync)).Message;
    }
}
