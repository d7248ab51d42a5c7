using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Store;

/// <summary>
/// The snapshots in service, one for each story of a knowledge folder. Readers always see a whole snapshot: a reload
/// puts the new one in the old one's place at once, and a pack that has become bad leaves the old one in service. Safe to
/// share between threads.
/// </summary>
public sealed class KnowledgeStore : IDisposable
{
    private readonly KnowledgeStoreOptions _options;
    private readonly KnowledgePipeline _pipeline;
    private readonly TimeProvider _clock;
    private readonly ILogger<KnowledgeStore> _logger;
    private readonly Lock _loading = new();
    private volatile ImmutableSortedDictionary<string, StoryState> _stories = ImmutableSortedDictionary<string, StoryState>.Empty;
    private volatile string? _problem;
    private FolderWatcher? _watcher;

    /// <summary>A store without stories; <see cref="LoadAll"/> fills it.</summary>
    public KnowledgeStore(KnowledgeStoreOptions options, TimeProvider clock, ILogger<KnowledgeStore> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _pipeline = new KnowledgePipeline(options.Pipeline);
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Raised, one change at a time, after a snapshot that says something else has come into service.</summary>
    public event EventHandler<SnapshotChange>? Changed;

    /// <summary>The story folders by path, the ones that never loaded included.</summary>
    public IReadOnlyList<StoryState> Stories => [.. _stories.Values];

    /// <summary>The snapshots in service, by folder.</summary>
    public IReadOnlyList<KnowledgeSnapshot> Snapshots => [.. _stories.Values.Select(state => state.Snapshot).OfType<KnowledgeSnapshot>()];

    /// <summary>The watcher, for tests that wait for what it notices.</summary>
    internal FolderWatcher? Watcher => _watcher;

    /// <summary>The snapshot of the story, or null.</summary>
    public KnowledgeSnapshot? Find(StoryId story) => Snapshots.FirstOrDefault(snapshot => snapshot.Story.Id == story);

    /// <summary>The story with this id; without an id the only story there is. What cannot be given is explained.</summary>
    public StoryChoice Choose(string? story)
    {
        var snapshots = Snapshots;
        if (!string.IsNullOrWhiteSpace(story))
        {
            return Find(new StoryId(story)) is { } found ? new StoryChoice(found, null) : new StoryChoice(null, StoryProblem.Unknown(story, Stories));
        }

        return snapshots.Count == 1
            ? new StoryChoice(snapshots[0], null)
            : new StoryChoice(null, _problem ?? StoryProblem.NotOne(_options.Folder, Stories));
    }

    /// <summary>Reads every story folder, new ones included. A folder that is gone keeps its snapshot in service.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<StoryState> LoadAll(CancellationToken cancellationToken) => Load(onlyChanged: false, cancellationToken);

    /// <summary>Reads one story's files again; null where there is no such story.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public StoryState? Reload(StoryId story, CancellationToken cancellationToken)
    {
        lock (_loading)
        {
            var folder = _stories.Values.FirstOrDefault(state => state.Snapshot?.Story.Id == story)?.Folder;
            return folder is null ? null : LoadFolder(folder, Fingerprint(folder), cancellationToken);
        }
    }

    /// <summary>Follows the files from now on. False where the system cannot watch them, which is logged.</summary>
    public bool Watch()
    {
        try
        {
            _watcher ??= new FolderWatcher(Path.GetFullPath(_options.Folder), _options.QuietTime, _clock, ReloadChanged);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            KnowledgeLog.CannotWatch(_logger, exception, _options.Folder);
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher?.Dispose();

    private static string? Fingerprint(string folder) => PackFolder.Open(folder, new LintFindings())?.Fingerprint();

    private void ReloadChanged()
    {
        try
        {
            Load(onlyChanged: true, CancellationToken.None);
        }
#pragma warning disable CA1031 // A background tick: whatever goes wrong, the snapshots in service stay and the next change tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            KnowledgeLog.ReloadFailed(_logger, exception, _options.Folder);
        }
    }

    private IReadOnlyList<StoryState> Load(bool onlyChanged, CancellationToken cancellationToken)
    {
        lock (_loading)
        {
            foreach (var folder in FindFolders().Union(_stories.Keys))
            {
                var fingerprint = Fingerprint(folder);
                if (!onlyChanged || fingerprint is null || _stories.GetValueOrDefault(folder)?.Fingerprint != fingerprint)
                {
                    LoadFolder(folder, fingerprint, cancellationToken);
                }
            }

            return Stories;
        }
    }

    private IReadOnlyList<string> FindFolders()
    {
        try
        {
            var folders = KnowledgeFolder.FindStories(_options.Folder);
            _problem = null;
            return folders;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _problem = $"The knowledge folder '{_options.Folder}' cannot be opened: {exception.Message} Check the path and the permissions.";
            return [];
        }
    }

    private StoryState LoadFolder(string folder, string? fingerprint, CancellationToken cancellationToken)
    {
        var load = RefuseTakenId(folder, _pipeline.Load(folder, cancellationToken));
        var old = _stories.GetValueOrDefault(folder)?.Snapshot;
        var state = new StoryState(folder, load.Snapshot ?? old, load.Report) { Fingerprint = fingerprint };
        _stories = _stories.SetItem(folder, state);
        KnowledgeLog.Loaded(_logger, folder, load.Snapshot?.Id.Value, load.Report.ErrorCount, load.Report.WarningCount);
        if (load.Snapshot is { } snapshot && snapshot.Id != old?.Id)
        {
            Changed?.Invoke(this, new SnapshotChange(old, snapshot));
        }

        return state;
    }

    private KnowledgeLoad RefuseTakenId(string folder, KnowledgeLoad load)
    {
        var taken = _stories.Values.FirstOrDefault(state => state.Folder != folder && load.Snapshot is { } snapshot && state.Snapshot?.Story.Id == snapshot.Story.Id);
        if (taken is null)
        {
            return load;
        }

        var findings = new LintFindings();
        findings.AddRange(load.Report.Findings);
        findings.Error(
            LintId.DuplicateStory, PackFileNames.Story, 0, $"The story '{load.Snapshot!.Story.Id}' is already in '{taken.Folder}'.", "Give one of the two another id.");
        return new KnowledgeLoad(null, findings.ToReport(folder));
    }
}
