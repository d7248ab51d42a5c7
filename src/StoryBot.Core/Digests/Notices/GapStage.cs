using System.Globalization;
using Microsoft.Extensions.Options;
using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Requests;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Notices;

/// <summary>Asks the questions of the open gaps again: when the knowledge answers one, each who asked is told once, where they asked. Safe to share between threads.</summary>
internal sealed class GapStage(IGapLog gaps, IReaderScopes scopes, IOutbox outbox, IOptions<NoticeOptions> options, TimeProvider clock)
{
    /// <summary>Puts the notices into the outbox and closes the gaps; returns how many notices.</summary>
    public async Task<int> RunAsync(ChatStory story, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var gap in (await gaps.ListAsync(story.Id, cancellationToken)).Take(options.Value.MostGaps))
        {
            // Most gaps stay open: one look tells, before anybody is looked up. An embargo is looked at for each asker.
            if (await AnswerAsync(story, gap.Question, new ReaderScope(clock.GetUtcNow(), IsCleared: true), cancellationToken) is not null)
            {
                count += await TellAsync(story, gap, cancellationToken);
            }
        }

        return count;
    }

    private async Task<int> TellAsync(ChatStory story, Gap gap, CancellationToken cancellationToken)
    {
        var (count, isOpen) = (0, false);
        foreach (var asker in await gaps.AskersAsync(story.Id, gap.Question, cancellationToken))
        {
            var scope = scopes.For(new ConversationKey(asker.ReplyTo.Platform, asker.ReplyTo.Workspace, asker.ReplyTo.Channel, asker.ReplyTo.Thread));
            if (await AnswerAsync(story, asker.Question, scope, cancellationToken) is not { } answer)
            {
                isOpen = true;
                continue;
            }

            count += await outbox.AddAsync(Post(story, asker, answer, scope), cancellationToken) ? 1 : 0;
        }

        if (!isOpen)
        {
            await gaps.CloseAsync(story.Id, gap.Question, cancellationToken);
        }

        return count;
    }

    private static async Task<VerifiedAnswer?> AnswerAsync(ChatStory story, string question, ReaderScope scope, CancellationToken cancellationToken)
    {
        var result = await story.AnswerAsync(new Question { Text = question, Scope = scope }, cancellationToken);
        return result.Outcome is AnswerOutcome.Answered { Unanswered: null } answered ? answered.Answer : null;
    }

    private OutboxPost Post(ChatStory story, UnansweredQuestion asker, VerifiedAnswer answer, ReaderScope scope)
    {
        var blocks = new BlockList()
            .Note($"You asked on {asker.At.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: “{asker.Question}”. I could not say then; now I can.")
            .Statements(answer);
        var reply = new ChatReply(asker.Audience, blocks.Build(story.AsOf(scope))) { Fallback = "A question of yours can be answered now" };
        var key = NoticeKey.Of(PostKind.GapNotice, asker.ReplyTo, asker.Person, story.Id.Value, QuestionWords.Of(asker.Question), asker.At.UtcTicks.ToString(CultureInfo.InvariantCulture));
        return new OutboxPost(key, PostKind.GapNotice, asker.ReplyTo, reply, clock.GetUtcNow());
    }
}
