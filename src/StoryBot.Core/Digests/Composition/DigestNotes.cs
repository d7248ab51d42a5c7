using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies.Layout;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Composition;

/// <summary>What a digest tells besides the knowledge: what was asked most in its channel, and what the knowledge does not answer. Safe to share between threads.</summary>
internal sealed class DigestNotes(IAskedQuestions questions, IGapLog gaps)
{
    private const int Most = 5;
    private const int QuestionLength = 120;

    /// <summary>The questions that were asked most in a channel; null when there were none.</summary>
    public async ValueTask<string?> AskedAsync(StoryId story, ConversationKey channel, DateTimeOffset? since, CancellationToken cancellationToken) =>
        (await AskedAsync(story, [new AskedIn(channel, since)], cancellationToken))[0];

    /// <summary>The same for each of many channels, in their order.</summary>
    public async ValueTask<IReadOnlyList<string?>> AskedAsync(StoryId story, IReadOnlyList<AskedIn> places, CancellationToken cancellationToken)
    {
        var asked = await questions.MostAskedAsync(story, places, Most, cancellationToken);
        return [.. asked.Select(here => here.Count == 0 ? null : Listed("Asked most here:", here.Select(question => (question.Question, question.Count))))];
    }

    /// <summary>What was asked openly and is not in the knowledge; null when there is nothing.</summary>
    public async ValueTask<string?> GapsAsync(StoryId story, CancellationToken cancellationToken)
    {
        var open = (await gaps.ListAsync(story, cancellationToken)).Where(gap => !gap.IsPrivate).ToList();
        return open.Count == 0 ? null : Listed("Asked and not in the knowledge:", open.Take(Most).Select(gap => (gap.Question, gap.Count)));
    }

    private static string Listed(string title, IEnumerable<(string Question, int Count)> entries) =>
        string.Join('\n', entries.Select(entry => $"- {entry.Count}× “{TextSplitter.Cut(Line(entry.Question), text => text, QuestionLength)}”").Prepend(title));

    private static string Line(string question) => string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
