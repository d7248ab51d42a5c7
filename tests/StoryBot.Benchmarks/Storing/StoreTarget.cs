using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StoryBot.Storage.Access;

namespace StoryBot.Benchmarks.Storing;

/// <summary>An empty database to measure on, gone when disposed.</summary>
/// <param name="Title">What the report calls it.</param>
/// <param name="Settings">The configuration that the store is found by.</param>
/// <param name="Remove">Takes it away.</param>
internal sealed record StoreTarget(string Title, IReadOnlyDictionary<string, string?> Settings, Func<Task> Remove) : IAsyncDisposable
{
    private const string ServerVariable = "STORYBOT_TEST_POSTGRES";

    /// <summary>Makes a database of each kind: SQLite, and PostgreSQL where a server is named.</summary>
    public static IReadOnlyList<Func<Task<StoreTarget>>> All =>
        Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server ? [SqliteAsync, () => PostgresAsync(server)] : [SqliteAsync];

    /// <summary>Runs an insertion of as many rows as wanted, numbered by <c>n</c> of <c>numbers</c>, in the database itself.</summary>
    /// <param name="store">The store.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="into">The table and its columns.</param>
    /// <param name="select">What is selected from <c>numbers</c>.</param>
    public static async Task FillAsync(StoreAccess store, int count, string into, string select) => await store.WriteAsync(
        (context, token) =>
        {
            var numbers = context.Database.IsSqlite()
                ? $"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})"
                : $"WITH numbers AS (SELECT n FROM generate_series(1, {count}) AS n)";
            var sql = $"{numbers} INSERT INTO {into} {select} FROM numbers";
            return context.Database.ExecuteSqlRawAsync(sql, token);
        },
        CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Remove();

    private static Task<StoreTarget> SqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("storybot-bench-");
        var target = new StoreTarget("SQLite", Of("Sqlite", $"Data Source={Path.Combine(folder.FullName, "store.db")}"), () =>
        {
            // The pool keeps files open that are to go.
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        });
        return Task.FromResult(target);
    }

    private static async Task<StoreTarget> PostgresAsync(string server)
    {
        var name = $"storybot_bench_{Guid.NewGuid():N}";
        await OnServerAsync(server, $"CREATE DATABASE {name}");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name, CommandTimeout = 300 }.ToString();
        return new StoreTarget("PostgreSQL", Of("Postgres", connection), () => OnServerAsync(server, $"DROP DATABASE {name} WITH (FORCE)"));
    }

    private static Dictionary<string, string?> Of(string provider, string connection) => new()
    {
        ["Store:Provider"] = provider,
        ["Store:ConnectionString"] = connection,
        ["Store:CommandTimeoutSeconds"] = "300",
    };

    private static async Task OnServerAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
