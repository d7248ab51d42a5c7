using Microsoft.Data.Sqlite;
using Npgsql;

namespace StoryBot.Storage.Tests.Support;

/// <summary>An empty database of its own for a test, gone when it ends.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Names the server on which tests may make databases, as an ADO.NET connection string.</summary>
    public const string ServerVariable = "STORYBOT_TEST_POSTGRES";

    private readonly string? _server;

    private TestDatabase(StoreProvider provider, string connectionString, string name, string? server)
    {
        (Provider, ConnectionString, Name, _server) = (provider, connectionString, name, server);
    }

    public StoreProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>The SQLite file, or the PostgreSQL database.</summary>
    public string Name { get; }

    /// <summary>A new one; the test is skipped, and says so, where there is no server for it.</summary>
    public static async Task<TestDatabase> CreateAsync(StoreProvider provider)
    {
        if (provider == StoreProvider.Sqlite)
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("storybot-store-").FullName, "store.db");
            return new TestDatabase(provider, $"Data Source={file}", file, server: null);
        }

        var server = Environment.GetEnvironmentVariable(ServerVariable);
        Assert.SkipWhen(string.IsNullOrWhiteSpace(server), $"{ServerVariable} names no PostgreSQL server on which databases may be made.");
        var name = $"storybot_{Guid.NewGuid():N}";
        await ExecuteAsync(server!, $"CREATE DATABASE {name}");
        return new TestDatabase(provider, new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString(), name, server);
    }

    /// <summary>Runs a statement beside the database: on the server, from another of its databases.</summary>
    public Task OnServerAsync(string sql) => ExecuteAsync(_server!, sql);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path.GetDirectoryName(Name)!, recursive: true);
            return;
        }

        await ExecuteAsync(_server, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
