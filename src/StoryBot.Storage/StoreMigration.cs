using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>Brings the tables up to date.</summary>
internal static class StoreMigration
{
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

        await context.Database.MigrateAsync(cancellationToken);
        return true;
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
