using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace StoryBot.Storage.Access;

/// <summary>Tells a store that is away from a statement that is wrong.</summary>
internal static class StoreFaults
{
    // sqlite.org/rescode.html: permission, busy, locked, no memory, read-only, I/O, corrupt, full, cannot open, locking protocol, not a database.
    private static readonly int[] SqliteAway = [3, 5, 6, 7, 8, 10, 11, 13, 14, 15, 26];

    /// <summary>Whether the store cannot be worked with just now: not reachable, shutting down, full, read-only, damaged or too slow.</summary>
    public static bool IsAway(Exception? failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case SqliteException sqlite:
                    return SqliteAway.Contains(sqlite.SqliteErrorCode);
                case PostgresException postgres:
                    // Classes 08 connection, 25006 read-only, 28 sign-in, 3D no database, 40 rollback, 53 resources, 55 not accepting, 57 operator, 58 system.
                    return postgres.SqlState is "25006" || postgres.SqlState[..2] is "08" or "28" or "3D" or "40" or "53" or "55" or "57" or "58" or "XX";
                case NpgsqlException or TimeoutException or System.Net.Sockets.SocketException:
                    return true;
            }
        }

        return false;
    }

    /// <summary>What is wrong, in a few words for an operator; holds no connection string.</summary>
    public static string Describe(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException!)
        {
            switch (inner)
            {
                case SqliteException { SqliteErrorCode: 13 }:
                    return "the disk is full";
                case SqliteException { SqliteErrorCode: 8 }:
                    return "the file or its folder is read-only";
                case SqliteException { SqliteErrorCode: 10 }:
                    return "the file cannot be read or written: look at its path, which may be a folder's, and at the disk";
                case SqliteException { SqliteErrorCode: 14 }:
                    return "the file cannot be opened: look at its path and who may write there";
                case SqliteException { SqliteErrorCode: 11 or 26 }:
                    return "the file is damaged or not an SQLite database: put a copy from a backup in its place, or move it away to begin anew";
                case PostgresException postgres:
                    return postgres.MessageText;
                case DbException database:
                    return database.Message;
            }

            if (inner.InnerException is null)
            {
                return inner.Message;
            }
        }

        return "unknown";
    }
}
