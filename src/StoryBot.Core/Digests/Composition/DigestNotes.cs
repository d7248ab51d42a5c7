using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies.Layout;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Composition;

/// <summary>What a digest tells besides the knowledge: what was asked most in its channel, and what the knowledge does not answer. Safe to share between threads.</summary>
internal sealed class DigestNotes(IAskedQuestions asked, IGapLog gaps)
{
    private const int Most = 5;
    private const int QuestionLength = 120;

    /// <summary>The questions that were asked most in a channel; null when there were none.</summary>
    public async ValueTask<string?> AskedAsync(StoryId story, ConversationKey channel, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var questions = await asked.MostAskedAsync(story, channel, since, Most, cancellationToken);
        return questions.Count == 0 ? null : Listed("Asked most here:", questions.Select(question => (question.Question, question.Count)));
    }

    /// <summary>What was asked openly and is not in the knowledge; null when there is nothing.</summary>
    public async ValueTask<string?> GapsAsync(StoryId story, CancellationToken cancellationToken)
    {
        var open = (await gaps.ListAsync(story, cancellationToken)).Where(gap => !gap.IsPrivate).ToList();
        return open.Count == 0 ? null : Listed("Asked and not in the knowledge:", open.Take(Most).Select(gap => (gap.Question, gap.Count)));
    }

    private static string Listed(string title, IEnumerable<(string Question, int Count)> questions) =>
        string.Join('\n', questions.Select(entry => $"- {entry.Count}× “{TextSplitter.Cut(Line(entry.Question), text => text, QuestionLength)}”").Prepend(title));

    private static string Line(string question) => string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
