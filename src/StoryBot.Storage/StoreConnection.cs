using Microsoft.Data.Sqlite;
using Npgsql;

namespace StoryBot.Storage;

/// <summary>Makes the connection string that is used of the one that was given.</summary>
internal static class StoreConnection
{
    private const string DefaultFile = "storybot.db";
    private const int ConnectSeconds = 3;

    /// <summary>The connection string, limits filled in where none are given.</summary>
    /// <exception cref="ArgumentException">It is missing or not one for the provider; the message says what to write and holds no secret.</exception>
    public static string Build(StoreOptions options) => options.Provider switch
    {
        StoreProvider.Sqlite => Sqlite(options),
        StoreProvider.Postgres => Postgres(options),
        _ => throw new ArgumentException($"Store:Provider is {options.Provider}; write Sqlite or Postgres."),
    };

    private static string Sqlite(StoreOptions options)
    {
        try
        {
            var text = new SqliteConnectionStringBuilder(options.ConnectionString ?? string.Empty);
            if (text.DataSource.Length == 0)
            {
                text.DataSource = DefaultFile;
            }

            text.DefaultTimeout = options.CommandTimeoutSeconds;
            text.ForeignKeys = true;
            return text.ToString();
        }
        catch (ArgumentException)
        {
            throw new ArgumentException("Store:ConnectionString is not one for SQLite; write \"Data Source=storybot.db\", or set Store:Provider to Postgres.");
        }
    }

    private static string Postgres(StoreOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            throw new ArgumentException("Store:Provider is Postgres, which needs Store:ConnectionString, such as \"Host=db;Database=storybot;Username=storybot;Password=...\".");
        }

        try
        {
            var text = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            if (!options.ConnectionString.Contains("Timeout", StringComparison.OrdinalIgnoreCase))
            {
                // With the database away a question must not wait for it.
                text.Timeout = ConnectSeconds;
                text.CommandTimeout = options.CommandTimeoutSeconds;
            }

            return text.ToString();
        }
        catch (ArgumentException)
        {
            throw new ArgumentException("Store:ConnectionString is not one for PostgreSQL; write \"Host=db;Database=storybot;Username=storybot;Password=...\", or set Store:Provider to Sqlite.");
        }
    }
}
