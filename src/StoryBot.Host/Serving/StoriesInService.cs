using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Knowledge.Store;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Serving;

/// <summary>
/// The stories that are answered from, each the newest good state of its files. Ready when every folder that holds a story
/// has one in service. Safe to share between threads.
/// </summary>
internal sealed class StoriesInService(StoryOpener opener, KnowledgeStore store, IOptions<KnowledgeOptions> options) : IHealthCheck, IStories
{
    private readonly ConcurrentDictionary<StoryId, OpenedStory> _stories = [];
    private volatile bool _isLoaded;

    /// <summary>Raised after a snapshot has come into service.</summary>
    public event Action<KnowledgeSnapshot>? Opened;

    /// <inheritdoc/>
    public IReadOnlyList<ChatStory> All => [.. _stories.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => pair.Value.Chat)];

    /// <inheritdoc/>
    public bool IsLoading => !_isLoaded;

    /// <inheritdoc/>
    public StoryId? Default => string.IsNullOrWhiteSpace(options.Value.DefaultStory) ? null : new StoryId(options.Value.DefaultStory);

    /// <summary>The story, or null when there is none such.</summary>
    public OpenedStory? Find(StoryId id) => _stories.GetValueOrDefault(id);

    /// <summary>
    /// Puts a snapshot into service. The story that it replaces is left to the questions that are still under way; it is
    /// collected after the last of them.
    /// </summary>
    public void Put(KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        _stories[snapshot.Story.Id] = opener.Open(snapshot, cancellationToken);
        Opened?.Invoke(snapshot);
    }

    /// <summary>Says that every story was read that there was at the start.</summary>
    public void EndLoading() => _isLoaded = true;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var states = store.Stories;
        var missing = states.Where(state => state.Snapshot is not { } snapshot || !_stories.ContainsKey(snapshot.Story.Id)).ToList();
        return Task.FromResult(states.Count > 0 && missing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(states.Count == 0 ? "no story is loaded" : $"not loaded: {string.Join(", ", missing.Select(state => Path.GetFileName(state.Folder)))}"));
    }
}
