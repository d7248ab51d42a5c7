using Microsoft.Extensions.Logging;

namespace StoryBot.Core.Knowledge.Store;

/// <summary>The log messages of the knowledge area.</summary>
internal static partial class KnowledgeLog
{
    [LoggerMessage(1001, LogLevel.Information, "Read the story in {Folder}: snapshot {Snapshot}, {Errors} errors, {Warnings} warnings.")]
    public static partial void Loaded(ILogger logger, string folder, string? snapshot, int errors, int warnings);

    [LoggerMessage(1002, LogLevel.Warning, "Changes in {Folder} are not followed: the system cannot watch it. Reload by command.")]
    public static partial void CannotWatch(ILogger logger, Exception exception, string folder);

    [LoggerMessage(1003, LogLevel.Error, "Reading the changes in {Folder} failed; the snapshots in service stay.")]
    public static partial void ReloadFailed(ILogger logger, Exception exception, string folder);
}
