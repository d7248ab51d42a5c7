using StoryBot.Core.Chat.Events;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>What was asked of one process: the last questions, a bounded number of all channels.</summary>
internal sealed class MemoryAskedQuestions : IAskedQuestions, IPersonalData
{
    private const int MostKept = 10_000;

    private readonly Lock _lock = new();
    private Queue<Asked> _asked = [];

    /// <inheritdoc/>
    public ValueTask AddAsync(StoryId story, ConversationKey channel, string person, string question, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(question);
        lock (_lock)
        {
            _asked.Enqueue(new Asked(story, ChannelOf(channel), person, question, at));
            if (_asked.Count > MostKept)
            {
                _asked.Dequeue();
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IReadOnlyList<AskedQuestion>>> MostAskedAsync(
        StoryId story, IReadOnlyList<AskedIn> places, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(places);
        ILookup<(PlatformId, string, string), Asked> byChannel;
        lock (_lock)
        {
            byChannel = _asked.Where(asked => asked.Story == story).ToLookup(asked => asked.Channel);
        }

        return ValueTask.FromResult<IReadOnlyList<IReadOnlyList<AskedQuestion>>>(
            [.. places.Select(place => Most(byChannel[ChannelOf(place.Channel)].Where(asked => !(asked.At < place.Since)), most))]);
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _asked = new Queue<Asked>(_asked.Where(asked => asked.Channel.Platform != platform || asked.Person != person));
        }

        return ValueTask.CompletedTask;
    }

    private static IReadOnlyList<AskedQuestion> Most(IEnumerable<Asked> here, int most) =>
    [
        .. here
            .GroupBy(asked => QuestionWords.Of(asked.Question), StringComparer.Ordinal)
            .Select(group => new AskedQuestion(group.Last().Question, group.Count()))
            .OrderByDescending(asked => asked.Count)
            .Take(most),
    ];

    private static (PlatformId Platform, string, string) ChannelOf(ConversationKey key) => (key.Platform, key.Workspace, key.Channel);

    private sealed record Asked(StoryId Story, (PlatformId Platform, string, string) Channel, string Person, string Question, DateTimeOffset At);
}
