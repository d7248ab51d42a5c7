using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Knowledge.Changes;

namespace StoryBot.Core.Chat.Memory;

/// <summary>
/// The answers that buttons still stand under: for a bounded time and in a bounded number at hand, the others in the log. Safe to share
/// between threads.
/// </summary>
internal sealed class AnswerStore(IOptions<ChatOptions> options, IAnswerLog log, ReplyArchive archive, TimeProvider clock) : IPersonalData
{
    private readonly BoundedMemory<AnswerId, StoredAnswer> _answers = new(options.Value.AnswerCount, options.Value.AnswerLifetime, clock);
    private readonly ConcurrentDictionary<ChatEventId, StoredAnswer> _unsaved = [];

    /// <summary>Keeps the answer to an event at hand; <see cref="SaveAsync"/> writes it down.</summary>
    public void Put(ChatEvent chatEvent, StoredAnswer answer)
    {
        _answers.Put(answer.Id, answer);
        if (answer.Records.Count > 0)
        {
            _unsaved[chatEvent.Id] = answer;
        }
    }

    /// <summary>Writes down what was put for the event, before it is sent.</summary>
    public async ValueTask SaveAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        if (_unsaved.TryRemove(chatEvent.Id, out var answer))
        {
            await log.AddAsync(Log(chatEvent, answer), cancellationToken);
        }
    }

    /// <summary>Lets go of what was put for an event that came to nothing.</summary>
    public void Drop(ChatEvent chatEvent) => _unsaved.TryRemove(chatEvent.Id, out _);

    /// <summary>
    /// The answer, or null when it is too old, or was given elsewhere: an id that is sent from another channel must not open
    /// what that channel may not see.
    /// </summary>
    public async ValueTask<StoredAnswer?> FindAsync(AnswerId id, ConversationKey conversation, CancellationToken cancellationToken)
    {
        if (!_answers.TryGet(id, out var answer))
        {
            answer = await ReadAsync(id, cancellationToken);
        }

        return answer is not null
            && answer.Conversation.Platform == conversation.Platform
            && answer.Conversation.Workspace == conversation.Workspace
            && answer.Conversation.Channel == conversation.Channel
                ? answer
                : null;
    }

    /// <inheritdoc/>
    /// <remarks>What is at hand; the log forgets by itself.</remarks>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken)
    {
        foreach (var answer in _answers.List().Where(answer => answer.Conversation.Platform == platform && answer.Person == person))
        {
            _answers.Remove(answer.Id);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask<StoredAnswer?> ReadAsync(AnswerId id, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(id, cancellationToken) is not { } logged
            || logged.At + options.Value.AnswerLifetime <= clock.GetUtcNow()
            || await archive.ReadAsync(logged.Content, cancellationToken) is not { } reply)
        {
            return null;
        }

        var answer = new StoredAnswer(logged.Id, logged.Conversation, logged.Story, logged.Snapshot, logged.Asked ?? string.Empty, reply.Blocks, logged.Suggestions)
        {
            Person = logged.Person,
            Audience = logged.Audience,
        };
        _answers.Put(id, answer);
        return answer;
    }

    private LoggedAnswer Log(ChatEvent chatEvent, StoredAnswer answer)
    {
        var (keepsAll, audience) = (log.KeepsQuestions, answer.Conversation.IsDirect ? ReplyAudience.Asker : answer.Audience);
        var blocks = keepsAll ? answer.Blocks : [.. answer.Blocks.Where(block => block is not (ReplyBlock.Heading or ReplyBlock.Note))];
        var cited = answer.Cited.Select(record => new CitedRecord(record.Id, RecordSubstance.HashOf(record)));
        return new LoggedAnswer(
            answer.Id,
            answer.Conversation,
            chatEvent.Person.Id,
            chatEvent.ReplyTo.Lasting,
            audience,
            answer.Story,
            answer.Snapshot,
            keepsAll ? answer.Asked : null,
            ReplyArchive.Write(new ChatReply(audience, blocks)),
            answer.Suggestions,
            [.. cited],
            clock.GetUtcNow());
    }
}
