using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Makes replies of blocks: gives them an id, keeps them for their buttons, and puts the buttons under them. Safe to share between threads.</summary>
internal sealed class AnswerReplies(AnswerStore answers, TimeProvider clock)
{
    private const int MostSuggestions = 3;

    // Slack's limit on a button's text, the lower one.
    private const int LabelLength = 75;

    /// <summary>A reply with the buttons that it can have.</summary>
    /// <param name="context">Where it was asked.</param>
    /// <param name="asked">The asker's words; empty where nothing was asked in words.</param>
    /// <param name="blocks">What it says.</param>
    /// <param name="suggestions">The questions that it suggests.</param>
    /// <param name="isRepeated">Whether the reply repeats the question, because the asker's words do not stand above it.</param>
    public ChatReply Make(RequestContext context, string asked, BlockList blocks, IReadOnlyList<string> suggestions, bool isRepeated = false)
    {
        var answer = new StoredAnswer(
            AnswerId.New(clock),
            context.Event.Conversation,
            context.Story.Id,
            context.Story.Snapshot.Id,
            asked,
            blocks.Build(context.AsOf),
            [.. suggestions.Take(MostSuggestions)])
        {
            Person = context.Event.Person.Id,
            Audience = context.Audience,
        };
        answers.Put(context.Event, answer);
        var isShareable = context.Audience == ReplyAudience.Asker && !context.Event.Conversation.IsDirect;
        var reply = Reply(answer, context.Audience, blocks.HasStatements, isShareable, answer.Suggestions);
        return isRepeated ? Under($"You asked: “{asked}”", reply) : reply;
    }

    /// <summary>An answer that one person saw, for everyone.</summary>
    public ChatReply Share(RequestContext context, StoredAnswer answer)
    {
        // It stands in two places now, and is corrected in both.
        var shared = new StoredAnswer(
            AnswerId.New(clock),
            context.Event.Conversation,
            answer.Story,
            answer.Snapshot,
            answer.Asked,
            answer.Blocks,
            answer.Suggestions)
        {
            Person = answer.Person,
            Audience = ReplyAudience.Everyone,
        };
        answers.Put(context.Event, shared);
        var reply = Reply(shared, ReplyAudience.Everyone, hasStatements: true, isShareable: false, suggestions: []);
        return shared.Asked.Length == 0 ? reply : Under($"Asked: “{shared.Asked}”", reply);
    }

    // The question stands above the answer and is no part of it: what is kept and shared is the answer.
    private static ChatReply Under(string question, ChatReply reply) => reply with { Blocks = [new ReplyBlock.Note(question), .. reply.Blocks] };

    private static ChatReply Reply(StoredAnswer answer, ReplyAudience audience, bool hasStatements, bool isShareable, IReadOnlyList<string> suggestions)
    {
        var buttons = new List<ReplyButton>();
        if (hasStatements)
        {
            buttons.Add(new ReplyButton("Sources", new ChatAction.ShowSources(answer.Id)));
            if (isShareable)
            {
                buttons.Add(new ReplyButton("Share with the channel", new ChatAction.Share(answer.Id)));
            }

            buttons.Add(new ReplyButton("Something wrong?", new ChatAction.GiveFeedback(answer.Id)));
        }

        buttons.AddRange(suggestions.Select((question, index) => new ReplyButton(Label(question), new ChatAction.AskSuggestion(answer.Id, index))));
        return new ChatReply(audience, answer.Blocks) { Buttons = buttons, Fallback = Fallback(answer.Blocks) };
    }

    private static string Fallback(IReadOnlyList<ReplyBlock> blocks) => blocks
        .Select(block => block switch
        {
            ReplyBlock.Statements statements => statements.Answer.Sentences[0].Text,
            ReplyBlock.Note note => note.Text,
            _ => null,
        })
        .FirstOrDefault(text => text is not null) ?? string.Empty;

    private static string Label(string question) => Replies.Layout.TextSplitter.Cut(question, text => text, LabelLength);
}
