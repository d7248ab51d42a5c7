using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using StoryBot.Core.Answering.Grounding;

namespace StoryBot.Core.Answering.Composition;

/// <summary>
/// The chat completion service that needs no model: it writes the answer from the records selected for the question,
/// and nothing else. Deterministic; safe to share between threads.
/// </summary>
public sealed class ExtractiveComposer(StoryProfile profile) : IChatCompletionService
{
    /// <summary>The service's id in the kernel, and the composer's name in an answer.</summary>
    public const string ServiceId = "extractive";

    private readonly PartComposer _parts = new(profile);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        cancellationToken.ThrowIfCancellationRequested();
        var context = AnswerContext.Of(kernel);
        var draft = new DraftBuilder();
        foreach (var selection in context.Selections.Where(selection => selection.Decline is null))
        {
            _parts.Write(selection, draft, context.Scope);
        }

        var text = DraftText.Write(draft.Build(), context.Ledger);
        return Task.FromResult<IReadOnlyList<ChatMessageContent>>([new ChatMessageContent(AuthorRole.Assistant, text)]);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory,
        PromptExecutionSettings? executionSettings = null,
        Kernel? kernel = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var message in await GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken))
        {
            yield return new StreamingChatMessageContent(message.Role, message.Content);
        }
    }
}
