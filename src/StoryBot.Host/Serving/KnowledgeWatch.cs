using StoryBot.Core.Knowledge.Store;

namespace StoryBot.Host.Serving;

/// <summary>Loads the stories when the server starts, and follows their files until it stops.</summary>
internal sealed class KnowledgeWatch(KnowledgeStore store, StoriesInService stories) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            store.Changed += (_, change) => stories.Put(change.New, stoppingToken);
            store.LoadAll(stoppingToken);
            stories.EndLoading();
            store.Watch();
        },
        stoppingToken);
}
