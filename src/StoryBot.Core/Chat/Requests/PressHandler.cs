using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Does what a button says. Safe to share between threads.</summary>
internal sealed class PressHandler(AnswerStore answers, AnswerReplies replies, QuestionHandler questions)
{
    private const string Expired = "That answer is no longer in my memory, so its buttons do nothing any more. Please ask again and use those under the new one.";

    /// <summary>The reply to a press.</summary>
    public async Task<ChatReply> PressAsync(RequestContext context, ChatAction action, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(action.Answer, context.Event.Conversation, cancellationToken) is not { } answer)
        {
            return ChatReply.Note(ReplyAudience.Asker, Expired);
        }

        return action switch
        {
            ChatAction.ShowSources => Sources(answer),
            ChatAction.Share => replies.Share(context, answer),
            ChatAction.AskSuggestion ask when ask.Index < answer.Suggestions.Count =>
                await questions.AnswerAsync(context, answer.Suggestions[ask.Index], isRepeated: true, cancellationToken),
            ChatAction.GiveFeedback => ChatReply.Note(ReplyAudience.Asker, "What is wrong with it? Tell me in the form that this button opens."),
            _ => ChatReply.Note(ReplyAudience.Asker, Expired),
        };
    }

    private static ChatReply Sources(StoredAnswer answer)
    {
        IEnumerable<ReplyBlock> sources = answer.Blocks.OfType<ReplyBlock.Sources>().Select(block => block with { WithExcerpts = true });
        return new ChatReply(ReplyAudience.Asker, [new ReplyBlock.Heading("What the sources say"), .. sources, .. answer.Blocks.OfType<ReplyBlock.AsOf>()])
        {
            Fallback = "What the sources say",
        };
    }
}
