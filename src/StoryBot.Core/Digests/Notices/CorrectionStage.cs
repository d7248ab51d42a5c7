using Microsoft.Extensions.Options;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Requests;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests.Composition;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Knowledge.Changes;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Notices;

/// <summary>
/// Corrects answers: where one stands that cites a record which changed in substance, was retracted or taken out, one message tells what it
/// said and what it says now, both cited and verified. Safe to share between threads.
/// </summary>
internal sealed class CorrectionStage(IAnswerLog answers, IReaderScopes scopes, IOutbox outbox, IOptions<NoticeOptions> options, TimeProvider clock)
{
    // A correction is read beside the answer; whoever wants all of it asks.
    private const int MostChanges = 6;

    // What a record that is not there any more reads like.
    private const string Gone = "removed";

    /// <summary>Puts the corrections of a change of the knowledge into the outbox; returns how many.</summary>
    public async Task<int> RunAsync(AnswerVerifier before, ChatStory story, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var told = new List<(RecordId Record, string Hash)>();
        foreach (var record in before.Snapshot.Records)
        {
            // Compared in full, drafts aside: what of it a place may see, an embargo kept, is decided when its message is written.
            var after = story.Snapshot.Find(record.Id);
            var hash = after is null || after.Review == ReviewState.Draft ? Gone : RecordSubstance.HashOf(after);
            if (hash != RecordSubstance.HashOf(record))
            {
                told.Add((record.Id, hash));
                foreach (var answer in await answers.FindCitingAsync(story.Id, record.Id, hash, options.Value.MostAnswers, cancellationToken))
                {
                    PlaceOf(places, answer).Records.Add(record.Id);
                }
            }
        }

        var count = 0;
        foreach (var place in places.Values)
        {
            count += await CorrectAsync(place, before, story, cancellationToken) ? 1 : 0;
        }

        // Only now: after a crash in between the same messages are made again, and known by their keys.
        foreach (var (record, hash) in told)
        {
            await answers.CorrectedAsync(story.Id, record, hash, cancellationToken);
        }

        return count;
    }

    private static Place PlaceOf(Dictionary<string, Place> places, CitingAnswer answer)
    {
        var key = answer.To.PlaceFor(answer.Audience);
        if (!places.TryGetValue(key, out var place))
        {
            places[key] = place = new Place(answer.To, answer.Audience, answer.At);
        }

        return place;
    }

    private async Task<bool> CorrectAsync(Place place, AnswerVerifier before, ChatStory story, CancellationToken cancellationToken)
    {
        var channel = new ConversationKey(place.To.Platform, place.To.Workspace, place.To.Channel, place.To.Thread);
        var scope = scopes.For(channel);
        var composer = new DigestComposer(story.Verifier);
        var changes = SnapshotDiff.Between(before.Snapshot, scope, story.Snapshot, scope)
            .Where(change => change.Kind != ChangeKind.New && place.Records.Contains(change.Id))
            .ToList();
        var sections = changes.Select(change => composer.Compare(change, before, scope, scope)).OfType<DigestSection>().Take(MostChanges).ToList();
        if (sections.Count == 0)
        {
            return false;
        }

        var blocks = new BlockList()
            .Heading("Correction")
            .Note($"What my answer of {place.At:d MMMM yyyy} {(place.IsThread ? "in this thread" : "here")} cites has changed since.");
        foreach (var section in sections)
        {
            DigestBlocks.Tell(blocks, section);
        }

        blocks.Note(changes.Count > MostChanges ? $"{changes.Count - MostChanges} more of what I cited has changed; please ask again." : null);
        var reply = new ChatReply(place.Audience, blocks.Build(story.AsOf(scope))) { Fallback = "Correction of an earlier answer" };
        var person = place.Audience == ReplyAudience.Asker ? place.To.Person : null;
        var key = NoticeKey.Of(PostKind.Correction, place.To, person, story.Id.Value, before.Snapshot.Id.Value, story.Snapshot.Id.Value);
        return await outbox.AddAsync(new OutboxPost(key, PostKind.Correction, place.To, reply, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>A place where answers stand, and the records that they cite as they do not read any more.</summary>
    private sealed class Place(ReplyAddress to, ReplyAudience audience, DateTimeOffset at)
    {
        public ReplyAddress To => to;

        public ReplyAudience Audience => audience;

        public DateTimeOffset At => at;

        public bool IsThread => to.Thread is not null;

        public HashSet<RecordId> Records { get; } = [];
    }
}
