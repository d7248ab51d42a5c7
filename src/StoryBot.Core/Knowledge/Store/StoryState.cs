using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Store;

/// <summary>One story folder: the snapshot in service and the report on the files as they were last read. Immutable.</summary>
/// <param name="Folder">The folder's full path.</param>
/// <param name="Snapshot">The last good snapshot; null when there never was one.</param>
/// <param name="Report">What was found wrong at the last reading.</param>
public sealed record StoryState(string Folder, KnowledgeSnapshot? Snapshot, LintReport Report)
{
    /// <summary>Whether the files have become bad, so that the snapshot in service is older than they are.</summary>
    public bool IsBehind => Snapshot is not null && Report.HasErrors;

    /// <summary>The listing of the files at the last reading, to tell whether they have changed.</summary>
    internal string? Fingerprint { get; init; }
}
