using StoryBot.Core.Answering.Checking;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Says of a statement what the knowledge says of it, part by part. Safe to share between threads.</summary>
internal sealed class CheckHandler(AnswerReplies replies)
{
    // More of a long message is checked than anybody reads again.
    private const int RepeatedLength = 200;

    /// <summary>The outcome of the check.</summary>
    public ChatReply Check(RequestContext context, string statement, CancellationToken cancellationToken)
    {
        var outcome = context.Story.Check(statement, context.Scope, cancellationToken);
        var blocks = new BlockList().Note(outcome.Parts.Count == 0 ? "There is no statement in that to check." : outcome.InWords);
        var isOne = outcome.Parts.Count == 1;
        foreach (var part in outcome.Parts)
        {
            var words = $"“{Replies.Layout.TextSplitter.Cut(part.Text, text => text, RepeatedLength)}”";
            blocks.Note(isOne ? words : $"{words}: {Word(part.Verdict)}.").Statements(part.Explanation);
        }

        if (outcome.IsCut)
        {
            blocks.Note($"Only the first {StatementChecker.MaxLength:N0} characters were checked.");
        }

        return replies.Make(context, string.Empty, blocks, []);
    }

    private static string Word(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Supported => "supported",
        CheckVerdict.Contradicted => "contradicted",
        CheckVerdict.Disputed => "disputed",
        CheckVerdict.Partly => "partly so",
        CheckVerdict.NotInKnowledge => "not in the knowledge",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };
}
