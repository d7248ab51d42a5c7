using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Requests;
using StoryBot.Core.Digests.Composition;
using StoryBot.Core.Digests.Scheduling;

namespace StoryBot.Core.Digests.Commands;

/// <summary>Shows digests to the person who asks for one; nothing is posted or moved on. Safe to share between threads.</summary>
internal sealed class DigestView(DigestMaker maker, DigestNotes notes, DigestBlocks blocks, AnswerReplies replies, TimeProvider clock)
{
    /// <summary>What has changed since the channel's last digest, or an overview where there was none.</summary>
    public async Task<ChatReply> NowAsync(RequestContext context, DigestSubscription? subscription, CancellationToken cancellationToken)
    {
        var digest = await maker.MakeAsync(context.Story, LastDigest.Of(subscription), context.Scope, cancellationToken);
        return Show(context, digest, subscription, blocks.Of(digest, ZoneOf(subscription), []));
    }

    /// <summary>The next digest as it would be posted now, with what was asked.</summary>
    public async Task<ChatReply> PreviewAsync(RequestContext context, DigestSubscription? subscription, CancellationToken cancellationToken)
    {
        var digest = await maker.MakeAsync(context.Story, LastDigest.Of(subscription), context.Scope, cancellationToken);
        var asked = await notes.AskedAsync(context.Story.Id, context.Event.Conversation, subscription?.LastAt, cancellationToken);
        var gaps = await notes.GapsAsync(context.Story.Id, cancellationToken);
        var preview = blocks.Of(digest, ZoneOf(subscription), [.. new[] { asked, gaps }.OfType<string>()]);
        return Show(context, digest, subscription, preview.Note(Outlook(digest, subscription)));
    }

    private ChatReply Show(RequestContext context, Digest digest, DigestSubscription? subscription, BlockList list) => list.HasStatements
        ? replies.Make(context, string.Empty, list, [])
        : new ChatReply(context.Audience, list.Build(context.AsOf)) { Fallback = DigestWords.Title(digest, ZoneOf(subscription)) };

    private string Outlook(Digest digest, DigestSubscription? subscription) => subscription switch
    {
        null => "This is a preview. Nothing is posted here on a schedule: /story digest subscribe begins that.",
        { IsPaused: true } => "This is a preview. The digests here rest: /story digest resume goes on with them.",
        { PostsWhenEmpty: false } when digest.IsEmpty => "This is a preview. Unless something changes, nothing is posted.",
        _ => $"This is a preview. The next digest is posted on {DigestCommands.When(subscription.NextAt, subscription.Schedule, clock.GetUtcNow())}.",
    };

    private static TimeZoneInfo? ZoneOf(DigestSubscription? subscription) => subscription is null ? null : ZoneNames.Find(subscription.Schedule.Zone);
}
