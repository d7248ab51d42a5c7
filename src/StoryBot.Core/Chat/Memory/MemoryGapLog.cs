using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>The gaps of one process.</summary>
internal sealed class MemoryGapLog(TimeProvider clock) : IGapLog, IPersonalData
{
    private const int Most = 10_000;
    private const int MostAskers = 100;

    private readonly BoundedMemory<(StoryId Story, string Words), OpenGap> _gaps = new(Most, TimeSpan.FromDays(30), clock);

    /// <inheritdoc/>
    public ValueTask AddAsync(UnansweredQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        _gaps.Change((question.Story, QuestionWords.Of(question.Question)), known => known is null
            ? new OpenGap(question.Question, 1, [question])
            : known with { Count = known.Count + 1, Askers = [question, .. known.Askers.Take(MostAskers - 1)] });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Gap>> ListAsync(StoryId story, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Gap>>(
        [
            .. _gaps.Entries()
                .Where(entry => entry.Key.Story == story)
                .Select(entry => new Gap(entry.Value.Question, entry.Value.Count, entry.Value.Askers.All(asker => asker.IsPrivate)))
                .OrderByDescending(gap => gap.Count),
        ]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<UnansweredQuestion>> AskersAsync(StoryId story, string question, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<UnansweredQuestion>>(
            _gaps.TryGet((story, QuestionWords.Of(question)), out var gap)
                ? [.. gap.Askers.DistinctBy(asker => asker.Asker)]
                : []);

    /// <inheritdoc/>
    public ValueTask CloseAsync(StoryId story, string question, CancellationToken cancellationToken)
    {
        _gaps.Remove((story, QuestionWords.Of(question)));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken)
    {
        foreach (var (key, gap) in _gaps.Entries())
        {
            var others = gap.Askers.Where(asker => asker.ReplyTo.Platform != platform || asker.Person != person).ToList();
            if (others.Count == 0)
            {
                _gaps.Remove(key);
            }
            else if (others.Count < gap.Askers.Count)
            {
                // The words of the question are those of the oldest asker who is left.
                _gaps.Put(key, new OpenGap(others[^1].Question, Math.Max(others.Count, gap.Count - (gap.Askers.Count - others.Count)), others));
            }
        }

        return ValueTask.CompletedTask;
    }

    private sealed record OpenGap(string Question, int Count, IReadOnlyList<UnansweredQuestion> Askers);
}
