using Microsoft.Extensions.Logging;

namespace StoryBot.Storage.Access;

/// <summary>The log messages of the store. None holds what somebody wrote, or a connection string.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(5001, LogLevel.Error, "The store is away: {Problem}. Questions are answered all the same; what is to be stored waits.")]
    public static partial void Away(ILogger logger, string problem);

    [LoggerMessage(5011, LogLevel.Debug, "What the database said when it went away.")]
    public static partial void AwayBecause(ILogger logger, Exception failure);

    [LoggerMessage(5002, LogLevel.Information, "The store is back; {Count} writes waited for it.")]
    public static partial void Back(ILogger logger, int count);

    [LoggerMessage(5003, LogLevel.Critical, "A write is lost: {Count} wait for the store already, which is the most that is kept.")]
    public static partial void TooManyWaiting(ILogger logger, int count);

    [LoggerMessage(5004, LogLevel.Error, "The store did not take a write.")]
    public static partial void NotWritten(ILogger logger, Exception failure);

    [LoggerMessage(5005, LogLevel.Critical, "The process ends with {Count} writes that the store did not take.")]
    public static partial void EndsWaiting(ILogger logger, int count);

    [LoggerMessage(5006, LogLevel.Warning, "Replica {Replica} shows no sign of life; its unfinished work is taken over.")]
    public static partial void Dead(ILogger logger, string replica);

    [LoggerMessage(5007, LogLevel.Information, "The store is {Provider}, up to date. This is replica {Replica}.")]
    public static partial void Prepared(ILogger logger, StoreProvider provider, string replica);

    [LoggerMessage(5008, LogLevel.Information, "Deleted what was too old: {Count} rows.")]
    public static partial void Swept(ILogger logger, int count);

    [LoggerMessage(5009, LogLevel.Error, "Deleting what is too old failed; the next time comes.")]
    public static partial void NotSwept(ILogger logger, Exception failure);

    [LoggerMessage(5010, LogLevel.Error, "The sign of life could not be given; the next one comes.")]
    public static partial void NotBeaten(ILogger logger, Exception failure);
}
