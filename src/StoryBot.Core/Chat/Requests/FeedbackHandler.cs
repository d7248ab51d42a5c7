using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Keeps what readers find wrong, with the records that the answer cited. Safe to share between threads.</summary>
internal sealed class FeedbackHandler(AnswerStore answers, IFeedbackLog log, TimeProvider clock)
{
    /// <summary>Keeps the feedback and thanks for it.</summary>
    public async Task<ChatReply> KeepAsync(ChatEvent chatEvent, ChatRequest.Feedback feedback, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(feedback.Answer, chatEvent.Conversation, cancellationToken) is not { } answer)
        {
            return ChatReply.Note(
                ReplyAudience.Asker,
                "That answer is no longer in my memory, so I cannot tell which records you mean. Please ask again and press the button under the new one.");
        }

        var note = Replies.Layout.TextSplitter.Cut(feedback.Note.Trim(), text => text, FeedbackForm.NoteLength);
        await log.AddAsync(
            new FeedbackEntry(answer.Id, answer.Story, answer.Snapshot, answer.Records, feedback.Reason, note, chatEvent.Conversation, chatEvent.Person, clock.GetUtcNow()),
            cancellationToken);
        var reason = FeedbackForm.Reasons.First(known => known.Reason == feedback.Reason).Label;
        var records = answer.Records.Count switch
        {
            0 => "the answer",
            1 => "the record behind it",
            var count => $"the {count} records behind it",
        };
        return ChatReply.Note(ReplyAudience.Asker, $"Thank you. I noted “{reason}” with {records} for the curators.");
    }
}
