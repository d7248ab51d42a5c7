namespace StoryBot.Core.Knowledge.Store;

/// <summary>
/// Calls back once after the files in a folder have changed and then been left alone for a while: an editor saves in
/// several steps, and a checkout changes many files. Safe to share between threads.
/// </summary>
internal sealed class FolderWatcher : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly ITimer _timer;
    private readonly TimeSpan _quietTime;

    /// <summary>Starts watching.</summary>
    /// <exception cref="ArgumentException">The folder does not exist.</exception>
    /// <exception cref="IOException">The system watches too many folders already.</exception>
    public FolderWatcher(string folder, TimeSpan quietTime, TimeProvider clock, Action changed)
    {
        _quietTime = quietTime;
        _timer = clock.CreateTimer(_ => changed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Changed += (_, change) => Notice(change.Name);
        _watcher.Created += (_, change) => Notice(change.Name);
        _watcher.Deleted += (_, change) => Notice(change.Name);
        _watcher.Renamed += (_, change) => Notice(change.Name);

        // Too many changes at once: some were not told, so everything may have changed.
        _watcher.Error += (_, _) => Notice(string.Empty);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Raised at each change that counts, before the quiet time.</summary>
    internal event Action? Noticed;

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher.Dispose();
        _timer.Dispose();
    }

    private void Notice(string? name)
    {
        if (name?.StartsWith(StagingFolder.Prefix, StringComparison.Ordinal) == true)
        {
            return;
        }

        _timer.Change(_quietTime, Timeout.InfiniteTimeSpan);
        Noticed?.Invoke();
    }
}
