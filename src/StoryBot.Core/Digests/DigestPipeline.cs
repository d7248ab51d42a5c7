using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Chat.Requests;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests.Composition;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests;

/// <summary>
/// The flow of digests, stage by stage: DigestSchedule -> DueDigest -> Digest -> OutboxEntry. The last arrow, to the PostReceipt, is
/// <see cref="Posting.PostingWorker"/>, which works by itself. Safe to share between threads.
/// </summary>
internal sealed class DigestPipeline(
    ISubscriptionStore subscriptions,
    IStories stories,
    IReaderScopes scopes,
    DigestMaker maker,
    DigestNotes notes,
    DigestBlocks blocks,
    IOptions<DigestOptions> options,
    ILogger<DigestPipeline> logger)
{
    private readonly ConcurrentDictionary<StoryId, SnapshotId> _prepared = [];

    /// <summary>Works a batch of what is due; returns how many that were.</summary>
    public async Task<int> RunAsync(DigestRound round, CancellationToken cancellationToken)
    {
        // DigestSchedule -> DueDigest
        var due = await subscriptions.ClaimDueAsync(round.Now, options.Value.Batch, cancellationToken);
        var open = due.ToDictionary(subscription => subscription.Id);
        try
        {
            var runs = new List<DigestRun>(due.Count);
            var asked = await AskedAsync(due, cancellationToken);
            foreach (var subscription in due)
            {
                // What fails keeps its claim: it is tried again when that ends, and holds nobody up until then.
                if (await TryComposeAsync(subscription, asked[subscription.Id], round, cancellationToken) is { } run)
                {
                    runs.Add(run);
                }
                else
                {
                    open.Remove(subscription.Id);
                }
            }

            // Digest -> OutboxEntry
            await subscriptions.AdvanceAsync(runs, cancellationToken);
            open.Clear();
            return due.Count;
        }
        finally
        {
            if (open.Count > 0)
            {
                await ReleaseAsync([.. open.Values]);
            }
        }
    }

    /// <summary>
    /// Makes the first digest of each story ahead of time, once for each state of its knowledge, and keeps that state. It is thrown away: what
    /// is read and compiled for it is at hand when thousands are due at once.
    /// </summary>
    public async Task PrepareAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var story in stories.All)
        {
            if (_prepared.TryGetValue(story.Id, out var known) && known == story.Snapshot.Id)
            {
                continue;
            }

            var digest = await maker.MakeAsync(story, last: null, new ReaderScope(now), cancellationToken);
            ReplyArchive.Write(blocks.Post(digest, TimeZoneInfo.Utc, []));
            _prepared[story.Id] = story.Snapshot.Id;
        }
    }

    /// <summary>The key of a post: the same for the same occurrence, whichever replica makes it.</summary>
    internal static string KeyOf(SubscriptionId subscription, DateTimeOffset dueAt) =>
        OutboxPost.KeyOf($"{subscription}/{dueAt.UtcTicks}");

    private async Task<Dictionary<SubscriptionId, string?>> AskedAsync(IReadOnlyList<DigestSubscription> due, CancellationToken cancellationToken)
    {
        var asked = new Dictionary<SubscriptionId, string?>();
        foreach (var ofStory in due.GroupBy(subscription => subscription.Story))
        {
            var found = await notes.AskedAsync(ofStory.Key, [.. ofStory.Select(subscription => new AskedIn(subscription.Channel, subscription.LastAt))], cancellationToken);
            foreach (var (subscription, note) in ofStory.Zip(found))
            {
                asked[subscription.Id] = note;
            }
        }

        return asked;
    }

    // DueDigest -> Digest
    private async Task<DigestRun?> TryComposeAsync(DigestSubscription subscription, string? asked, DigestRound round, CancellationToken cancellationToken)
    {
        try
        {
            if (stories.All.FirstOrDefault(known => known.Id == subscription.Story) is { } story)
            {
                return await ComposeAsync(subscription, story, asked, round, cancellationToken);
            }

            DigestLog.NoStory(logger, subscription.Id, subscription.Story);
        }
        catch (TimeZoneNotFoundException missing)
        {
            DigestLog.NoZone(logger, subscription.Id, missing.Message);
        }
#pragma warning disable CA1031 // Per subscription: one that cannot be made must not keep the others back.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            DigestLog.NotMade(logger, failure, subscription.Id);
        }

        return null;
    }

    private async Task<DigestRun> ComposeAsync(DigestSubscription subscription, ChatStory story, string? asked, DigestRound round, CancellationToken cancellationToken)
    {
        // However many occurrences were missed, one digest tells of all that changed.
        var dueAt = subscription.NextAt!.Value;
        var next = subscription.Schedule.Next(round.Now > dueAt ? round.Now : dueAt);
        var scope = scopes.For(subscription.Channel) with { Now = round.Now };
        var last = LastDigest.Of(subscription);
        var digest = await round.DigestAsync(story.Id, story.Snapshot.Id, last, scope.IsCleared, () => maker.MakeAsync(story, last, scope, cancellationToken));
        if (digest.IsEmpty && !subscription.PostsWhenEmpty)
        {
            return new DigestRun(subscription.Id, dueAt, next, story.Snapshot.Id, round.Now);
        }

        var gaps = await round.GapsAsync(story.Id, () => notes.GapsAsync(story.Id, cancellationToken));
        var zone = subscription.Schedule.Zone;
        var content = round.Content(digest, zone, asked, () =>
            ReplyArchive.Write(blocks.Post(digest, ZoneNames.Find(zone), [.. new[] { asked, gaps }.OfType<string>()])));
        var post = new OutboxEntry(KeyOf(subscription.Id, dueAt), PostKind.Digest, subscription.To, content, round.Now);
        return new DigestRun(subscription.Id, dueAt, next, story.Snapshot.Id, round.Now) { Post = post };
    }

    private async Task ReleaseAsync(IReadOnlyList<DigestSubscription> claimed)
    {
        try
        {
            await subscriptions.ReleaseAsync(claimed, CancellationToken.None);
        }
#pragma warning disable CA1031 // The failure that led here is the one to tell; the claims end by themselves.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            DigestLog.NotReleased(logger, failure, claimed.Count);
        }
    }
}
