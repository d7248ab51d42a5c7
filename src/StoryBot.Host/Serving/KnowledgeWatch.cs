using StoryBot.Core.Knowledge.Store;

namespace StoryBot.Host.Serving;

/// <summary>Loads the stories when the server starts, and follows their files until it stops.</summary>
internal sealed class KnowledgeWatch(KnowledgeStore store, StoriesInService stories) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            store.Changed += (_, change) =>
            {
                stories.Put(change.New, stoppingToken);
                if (!stories.IsLoading)
                {
                    GiveBack();
                }
            };
            store.LoadAll(stoppingToken);
            GiveBack();
            stories.EndLoading();
            store.Watch();
        },
        stoppingToken);

    // Reading a story takes several times the memory that it needs afterwards, and an idle bot would never give that back.
    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
