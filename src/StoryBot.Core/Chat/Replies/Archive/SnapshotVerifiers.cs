using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Archive;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Replies.Archive;

/// <summary>Verifiers against the snapshots in service and against archived ones. Safe to share between threads.</summary>
internal sealed class SnapshotVerifiers(IStories stories, ISnapshotArchive archive)
{
    // Digests and corrections compare with the last few states; a verifier keeps what it has read of one.
    private const int MostKept = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<AnswerVerifier> _kept = new();

    /// <summary>The verifier against a snapshot; null where that is neither in service nor archived.</summary>
    public async ValueTask<AnswerVerifier?> FindAsync(StoryId story, SnapshotId id, CancellationToken cancellationToken)
    {
        if (stories.All.FirstOrDefault(known => known.Id == story && known.Snapshot.Id == id) is { } inService)
        {
            return inService.Verifier;
        }

        if (Kept(story, id) is { } kept)
        {
            return kept;
        }

        if (await archive.FindAsync(story, id, cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var verifier = new AnswerVerifier(snapshot);
        lock (_lock)
        {
            _kept.AddFirst(verifier);
            if (_kept.Count > MostKept)
            {
                _kept.RemoveLast();
            }
        }

        return verifier;
    }

    private AnswerVerifier? Kept(StoryId story, SnapshotId id)
    {
        lock (_lock)
        {
            return _kept.FirstOrDefault(known => known.Snapshot.Story.Id == story && known.Snapshot.Id == id);
        }
    }
}
