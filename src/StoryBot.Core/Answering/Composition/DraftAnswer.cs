using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>An answer as it was composed, by rule or by a model: nothing in it has been checked. Never shown to anybody.</summary>
/// <param name="Sentences">The sentences in reading order.</param>
public sealed record DraftAnswer(IReadOnlyList<DraftSentence> Sentences);

/// <summary>A sentence of a draft.</summary>
/// <param name="Text">The words, without citation markers.</param>
/// <param name="Citations">What it cites, in order; may be empty in a draft.</param>
/// <param name="Layout">How it stands in the answer.</param>
public sealed record DraftSentence(string Text, IReadOnlyList<CitedSupport> Citations, SentenceLayout Layout = SentenceLayout.Prose);

/// <summary>How a sentence stands in an answer.</summary>
public enum SentenceLayout
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A row of a table, its cells separated by <c> | </c>.</summary>
    TableRow,
}

/// <summary>
/// What a sentence cites: a passage, or one piece of evidence of a record (<see cref="EvidenceIndex"/> counts from 0
/// into the record's evidence, and goes on into a claim's disputes).
/// </summary>
public sealed record CitedSupport
{
    /// <summary>The record, when it is one.</summary>
    public KnowledgeRecord? Record { get; init; }

    /// <summary>Which piece of the record's evidence.</summary>
    public int EvidenceIndex { get; init; }

    /// <summary>The passage, when it is one.</summary>
    public Passage? Passage { get; init; }
}
