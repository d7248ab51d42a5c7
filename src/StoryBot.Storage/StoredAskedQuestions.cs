using Microsoft.EntityFrameworkCore;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Access;

namespace StoryBot.Storage;

/// <summary>The questions that were asked where others saw them, by all replicas: those of the answers that are kept. Safe to share between threads.</summary>
internal sealed class StoredAskedQuestions(StoreAccess store) : IAskedQuestions
{
    /// <inheritdoc/>
    /// <remarks>Nothing is to be done: the answer is kept with its question, where questions are kept.</remarks>
    public ValueTask AddAsync(StoryId story, ConversationKey channel, string person, string question, DateTimeOffset at, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AskedQuestion>> MostAskedAsync(
        StoryId story, ConversationKey channel, DateTimeOffset? since, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var from = since ?? DateTimeOffset.MinValue;
        var asked = await store.ReadAsync(
            (context, token) => context.Answers
                .Where(row => row.Story == story.Value && row.At >= from && row.AskedWords != null && !row.IsForAsker && !row.IsDirect
                    && row.Platform == channel.Platform.Value && row.Workspace == channel.Workspace && row.Channel == channel.Channel)
                .GroupBy(row => row.AskedWords)
                .Select(group => new { Count = group.Count(), Last = group.Max(row => row.Id) })
                .OrderByDescending(group => group.Count)
                .Take(most)
                .Join(context.Answers, group => group.Last, row => row.Id, (group, row) => new { row.Asked, group.Count })
                .ToListAsync(token),
            cancellationToken);
        return [.. asked.OrderByDescending(question => question.Count).Select(question => new AskedQuestion(question.Asked!, question.Count))];
    }
}
