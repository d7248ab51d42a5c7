using Microsoft.SemanticKernel;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>
/// What belongs to the one answer being composed. It travels in the kernel's data, so that plugin functions, filters and
/// the composing service share it, whoever calls them. For one question at a time.
/// </summary>
public sealed class AnswerContext
{
    private const string Key = "storybot.answer";

    /// <summary>What the asker may see.</summary>
    public required ReaderScope Scope { get; init; }

    /// <summary>The evidence that may be cited.</summary>
    public CitationLedger Ledger { get; } = new();

    /// <summary>The question part that the next search is for; null for a search of a model's own.</summary>
    public Understanding.QuestionPart? Part { get; set; }

    /// <summary>What was selected for each part of the question.</summary>
    public IReadOnlyList<Selection.EvidenceSelection> Selections { get; set; } = [];

    /// <summary>The context of the answer that the kernel is working on.</summary>
    /// <exception cref="InvalidOperationException">The kernel is not working on an answer.</exception>
    public static AnswerContext Of(Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return kernel.Data.TryGetValue(Key, out var value) && value is AnswerContext context
            ? context
            : throw new InvalidOperationException("This kernel is not working on an answer: start from AnswerPipeline.");
    }

    /// <summary>Lets the kernel work on this answer.</summary>
    public void Enter(Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        kernel.Data[Key] = this;
    }
}
