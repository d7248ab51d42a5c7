using StoryBot.Core.Answering;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Answers questions in their conversation. Safe to share between threads.</summary>
internal sealed class QuestionHandler(ConversationMemory conversations, AnswerReplies replies, IGapLog gaps, IAskedQuestions asked, TimeProvider clock)
{
    /// <summary>The answer to a question.</summary>
    /// <param name="context">Where it was asked.</param>
    /// <param name="text">The asker's words.</param>
    /// <param name="isRepeated">Whether the reply repeats the question, because the asker did not type it here.</param>
    /// <param name="cancellationToken">The answer is no longer wanted.</param>
    public async Task<ChatReply> AnswerAsync(RequestContext context, string text, bool isRepeated, CancellationToken cancellationToken)
    {
        var question = new Question
        {
            Id = context.Event.Id.Value,
            Text = text,
            Scope = context.Scope,
            Conversation = await conversations.RecallAsync(context.Event, context.Story, cancellationToken),
        };
        var result = await context.Story.AnswerAsync(question, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        await conversations.AddAsync(context.Event, context.Story, text, result.Turn, cancellationToken);
        var blocks = new BlockList();
        switch (result.Outcome)
        {
            case AnswerOutcome.Answered answered:
                blocks.Statements(answered.Answer).Note(answered.Unanswered);
                if (!context.IsPrivate)
                {
                    await asked.AddAsync(context.Story.Id, context.Event.Conversation, context.Event.Person.Id, text, context.Event.ReceivedAt, cancellationToken);
                }

                break;
            case AnswerOutcome.NotInKnowledge missing:
                await gaps.AddAsync(Unanswered(context, text), cancellationToken);
                blocks.Note(missing.Text);
                if (missing.Nearest is not null)
                {
                    blocks.Note("The nearest that I know:").Statements(missing.Nearest);
                }

                break;
            case AnswerOutcome.NeedsClarification unclear:
                blocks.Note(unclear.Text);
                break;
            case AnswerOutcome.Refused refused:
                blocks.Note(refused.Text);
                break;
            case AnswerOutcome.Unavailable unavailable:
                blocks.Note(unavailable.Text);
                break;
            default:
                throw new InvalidOperationException($"An outcome of unknown kind: {result.Outcome.GetType().Name}.");
        }

        return replies.Make(context, text, blocks, result.Outcome.Suggestions, isRepeated);
    }

    private UnansweredQuestion Unanswered(RequestContext context, string text) => new(
        context.Story.Id,
        text,
        context.IsPrivate,
        context.Event.Person.Id,
        context.Event.ReplyTo.Lasting,
        context.Audience,
        clock.GetUtcNow());
}
