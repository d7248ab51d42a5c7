using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>Brings the tables up to date.</summary>
internal static class StoreMigration
{
    // Any number that nothing else on the server uses for a lock.
    private const long Lock = 7_305_812_049;

    /// <summary>Runs what is missing; false when nothing was.</summary>
    public static async Task<bool> RunAsync(StoryBotContext context, CancellationToken cancellationToken)
    {
        if (await IsThereAsync(context, cancellationToken))
        {
            if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                return false;
            }

            await UnlockAsync(context, cancellationToken);
        }
        else if (context.Database.IsNpgsql())
        {
            await CreateAsync(context, cancellationToken);
        }

        await (context.Database.IsNpgsql() ? MigrateAloneAsync(context, cancellationToken) : context.Database.MigrateAsync(cancellationToken));
        return true;
    }

    // On PostgreSQL the lock of a migration ends with each step: of replicas that start together, one would do the next step a second time.
    private static async Task MigrateAloneAsync(StoryBotContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})", cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", cancellationToken);
        }
        finally
        {
            // Whatever happened, the lock ends with the connection: a pooled one is reset when it is taken again.
            await context.Database.CloseConnectionAsync();
        }
    }

    private static async Task CreateAsync(StoryBotContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.GetService<IRelationalDatabaseCreator>().CreateAsync(cancellationToken);
        }
        catch (PostgresException others) when (others.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another replica was first.
        }
    }

    // Whether the database exists cannot be asked of a damaged file: the first statement tells.
    private static Task<bool> IsThereAsync(StoryBotContext context, CancellationToken cancellationToken) =>
        context.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken);

    // On SQLite the lock of a migration is a row, which a process that was killed leaves behind; whoever comes next would wait for ever.
    // A migration takes seconds, and all processes on a file have the same clock.
    private static async Task UnlockAsync(StoryBotContext context, CancellationToken cancellationToken)
    {
        const string HasLock = """SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE name = '__EFMigrationsLock'""";
        if (context.Database.IsSqlite() && await context.Database.SqlQueryRaw<int>(HasLock).SingleAsync(cancellationToken) > 0)
        {
            await context.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" WHERE datetime("Timestamp") < datetime('now', '-1 minute')""", cancellationToken);
        }
    }
}
