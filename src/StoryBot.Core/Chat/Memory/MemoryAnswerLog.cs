using Microsoft.Extensions.Options;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>The answers of one process, as many as <see cref="ChatOptions.AnswerCount"/>.</summary>
internal sealed class MemoryAnswerLog(IOptions<ChatOptions> options, TimeProvider clock) : IAnswerLog, IPersonalData
{
    private readonly BoundedMemory<AnswerId, LoggedAnswer> _answers = new(options.Value.AnswerCount, options.Value.AnswerLifetime, clock);

    /// <inheritdoc/>
    public bool KeepsQuestions => true;

    /// <inheritdoc/>
    public ValueTask AddAsync(LoggedAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answers.Put(answer.Id, answer);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<LoggedAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_answers.TryGet(id, out var answer) ? answer : null);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CitingAnswer>> FindCitingAsync(StoryId story, RecordId record, string hash, int most, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<CitingAnswer>>(
        [
            .. _answers.List()
                .Where(answer => answer.Story == story && answer.Cited.Any(cited => cited.Record == record && cited.Hash != hash))
                .Select(answer => new CitingAnswer(answer.Id, answer.To, answer.Audience, answer.Snapshot, answer.At))
                .DistinctBy(answer => answer.To.PlaceFor(answer.Audience))
                .Take(most),
        ]);

    /// <inheritdoc/>
    public ValueTask CorrectedAsync(StoryId story, RecordId record, string hash, CancellationToken cancellationToken)
    {
        foreach (var answer in _answers.List().Where(answer => answer.Story == story && answer.Cited.Any(cited => cited.Record == record)))
        {
            _answers.Put(answer.Id, answer with { Cited = [.. answer.Cited.Select(cited => cited.Record == record ? cited with { Hash = hash } : cited)] });
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken)
    {
        foreach (var answer in _answers.List().Where(answer => answer.Conversation.Platform == platform && answer.Person == person))
        {
            _answers.Remove(answer.Id);
        }

        return ValueTask.CompletedTask;
    }
}
