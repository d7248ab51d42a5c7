using Microsoft.Extensions.Logging;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Notices;

/// <summary>The log messages of corrections and gap notices. None holds what somebody wrote.</summary>
internal static partial class NoticeLog
{
    [LoggerMessage(4301, LogLevel.Information, "The knowledge of {Story} is now {Snapshot}: {Corrections} corrections and {Notices} notices of closed gaps are on their way.")]
    public static partial void Told(ILogger logger, StoryId story, SnapshotId snapshot, int corrections, int notices);

    [LoggerMessage(4302, LogLevel.Warning, "The files of {Story} are those of an earlier state, {Snapshot}; nobody is told of a change back.")]
    public static partial void Behind(ILogger logger, StoryId story, SnapshotId snapshot);

    [LoggerMessage(4303, LogLevel.Error, "Looking for corrections and closed gaps failed; the next look comes.")]
    public static partial void Failed(ILogger logger, Exception failure);
}
