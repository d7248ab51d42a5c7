using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Selection;

/// <summary>
/// What an answer to one question part is made from, or why there is none. Exactly one of <see cref="Records"/>,
/// <see cref="Passages"/> and <see cref="Decline"/> is set.
/// </summary>
public sealed record EvidenceSelection
{
    /// <summary>The question part.</summary>
    public required QuestionPart Part { get; init; }

    /// <summary>The records, best first.</summary>
    public IReadOnlyList<KnowledgeRecord> Records { get; init; } = [];

    /// <summary>The passages, best first, where no record answers.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>Why the knowledge does not answer it.</summary>
    public Decline? Decline { get; init; }

    /// <summary>The calibrated probability, 0 to 1, that the knowledge answers the part.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether the best record restates what the question asks to be confirmed.</summary>
    public bool IsRestated { get; init; }

    /// <summary>Which evidence of the first record, a claim, has what is asked and its statement lacks; null where there is none.</summary>
    public int? Detail { get; init; }

    /// <summary>Whether the evidence moves the other way than the question takes for granted.</summary>
    public bool IsAgainstPremise { get; init; }
}

/// <summary>Why the knowledge does not answer.</summary>
/// <param name="Missing">What is missing, in the question's words: "Oracle", "a chief financial officer".</param>
/// <param name="Nearest">The nearest records, best first; may be empty.</param>
public sealed record Decline(string Missing, IReadOnlyList<KnowledgeRecord> Nearest);
