using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Archive;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Notices;

/// <summary>
/// From a change of the knowledge to what people are told of it: a snapshot that has rested, corrections of answers, gaps that closed. What
/// was told is noted in the archive, so that it is told once by all replicas and after a restart as well. For one thread at a time.
/// </summary>
internal sealed class NoticePipeline(
    IStories stories,
    ISnapshotArchive archive,
    SnapshotVerifiers verifiers,
    CorrectionStage corrections,
    GapStage gaps,
    IOptions<NoticeOptions> options,
    TimeProvider clock,
    ILogger<NoticePipeline> logger)
{
    private readonly Dictionary<StoryId, (SnapshotId Id, DateTimeOffset Since)> _resting = [];
    private readonly Dictionary<StoryId, SnapshotId> _done = [];

    /// <summary>Looks at every story once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var story in stories.All)
        {
            if (HasRested(story))
            {
                await RunAsync(story, cancellationToken);
                _done[story.Id] = story.Snapshot.Id;
            }
        }
    }

    // At the start nothing rests: what changed while no process ran is settled.
    private bool HasRested(ChatStory story)
    {
        var (id, now) = (story.Snapshot.Id, clock.GetUtcNow());
        if (_done.TryGetValue(story.Id, out var done) && done == id)
        {
            _resting.Remove(story.Id);
            return false;
        }

        if (!_resting.TryGetValue(story.Id, out var resting) || resting.Id != id)
        {
            var since = _done.ContainsKey(story.Id) ? now : DateTimeOffset.MinValue;
            _resting[story.Id] = resting = (id, since);
        }

        return now - resting.Since >= options.Value.Quiet;
    }

    private async Task RunAsync(ChatStory story, CancellationToken cancellationToken)
    {
        var told = await archive.ToldAsync(story.Id, cancellationToken);
        if (told == story.Snapshot.Id)
        {
            return;
        }

        // A replica that starts with files of an earlier day must not take back what the others told.
        if (told is not null && !_done.ContainsKey(story.Id) && await archive.FindAsync(story.Id, story.Snapshot.Id, cancellationToken) is not null)
        {
            NoticeLog.Behind(logger, story.Id, story.Snapshot.Id);
            return;
        }

        await archive.KeepAsync(story.Snapshot, cancellationToken);
        var before = told is { } id ? await verifiers.FindAsync(story.Id, id, cancellationToken) : null;
        var (corrected, closed) = (0, 0);
        if (before is not null)
        {
            corrected = await corrections.RunAsync(before, story, cancellationToken);
            closed = await gaps.RunAsync(story, cancellationToken);
        }

        await archive.SetToldAsync(story.Id, story.Snapshot.Id, cancellationToken);
        NoticeLog.Told(logger, story.Id, story.Snapshot.Id, corrected, closed);
    }
}
