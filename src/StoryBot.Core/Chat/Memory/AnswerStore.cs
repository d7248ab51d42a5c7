using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Chat.Memory;

/// <summary>The answers that buttons still stand under, for a bounded time and in a bounded number. Safe to share between threads.</summary>
internal sealed class AnswerStore(IOptions<ChatOptions> options, TimeProvider clock)
{
    private readonly BoundedMemory<AnswerId, StoredAnswer> _answers = new(options.Value.AnswerCount, options.Value.AnswerLifetime, clock);

    /// <summary>Keeps an answer.</summary>
    public void Put(StoredAnswer answer) => _answers.Put(answer.Id, answer);

    /// <summary>
    /// The answer, or null when it is too old, or was given elsewhere: an id that is sent from another channel must not open
    /// what that channel may not see.
    /// </summary>
    public StoredAnswer? Find(AnswerId id, ConversationKey conversation) =>
        _answers.TryGet(id, out var answer)
        && answer.Conversation.Platform == conversation.Platform
        && answer.Conversation.Workspace == conversation.Workspace
        && answer.Conversation.Channel == conversation.Channel
            ? answer
            : null;
}
