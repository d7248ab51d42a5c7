using System.ComponentModel.DataAnnotations;

namespace StoryBot.Storage;

/// <summary>Where the bot keeps what has to outlive a process.</summary>
public sealed class StoreOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Store";

    /// <summary>The database. Default: an SQLite file, which several processes of one machine can share.</summary>
    [EnumDataType(typeof(StoreProvider))]
    public StoreProvider Provider { get; set; } = StoreProvider.Sqlite;

    /// <summary>
    /// How to reach it, as ADO.NET writes it. Default for SQLite: <c>Data Source=storybot.db</c>, in the folder that the program is run from;
    /// PostgreSQL needs one.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// For how long another process must show no sign of life before its unfinished work is taken over, 2 seconds to 10 minutes. Default:
    /// 15 seconds. Clocks are not compared.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan ReplicaTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one statement may take, 1 to 300 seconds. Default: 10.</summary>
    [Range(1, 300)]
    public int CommandTimeoutSeconds { get; set; } = 10;

    /// <summary>How long ids of events and posts are kept to recognise repetitions, 1 hour to 365 days. Default: 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan KeepIds { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often what is too old is deleted, 1 minute to 1 day. Default: 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromHours(1);
}

/// <summary>A kind of database.</summary>
public enum StoreProvider
{
    /// <summary>An SQLite file.</summary>
    Sqlite,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}
