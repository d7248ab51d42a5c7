using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Chat.Memory;

/// <summary>The gaps of one process. Questions that differ in case, accents or punctuation are one.</summary>
internal sealed class MemoryGapLog(TimeProvider clock) : IGapLog
{
    private const int Most = 10_000;

    private readonly BoundedMemory<(StoryId Story, string Words), (StoryId Story, Gap Gap)> _gaps = new(Most, TimeSpan.FromDays(30), clock);

    /// <inheritdoc/>
    public ValueTask AddAsync(StoryId story, string question, bool isPrivate, CancellationToken cancellationToken)
    {
        var words = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => TextFolding.Fold(word)).Where(word => word.Length > 0));
        _gaps.Change((story, words), known => (story, known.Gap is { } gap
            ? gap with { Count = gap.Count + 1, IsPrivate = gap.IsPrivate && isPrivate }
            : new Gap(question, 1, isPrivate)));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Gap>> ListAsync(StoryId story, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Gap>>([.. _gaps.List().Where(entry => entry.Story == story).Select(entry => entry.Gap).OrderByDescending(gap => gap.Count)]);
}
