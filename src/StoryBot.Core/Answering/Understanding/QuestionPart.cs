using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Understanding;

/// <summary>One question, complete in itself: a follow-up has its subject filled in.</summary>
public sealed record QuestionPart
{
    /// <summary>The question with references to earlier turns resolved and misspelt story words corrected.</summary>
    public required string Text { get; init; }

    /// <summary>What kind of answer is wanted.</summary>
    public required Intent Intent { get; init; }

    /// <summary>Why it is not answered at all, where it is not.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The story's entities that it names, by name, alias, role or misspelling, in order of appearance.</summary>
    public IReadOnlyList<EntityMention> Entities { get; init; } = [];

    /// <summary>
    /// Names in the question (people, organisations, products) that neither an entity of the story nor any of its
    /// records or sources carries: a reason to abstain.
    /// </summary>
    public IReadOnlyList<string> UnknownNames { get; init; } = [];

    /// <summary>The days it asks about, where it names any.</summary>
    public DateRange? When { get; init; }

    /// <summary>The figures in it.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>Its content words: lower case, not stemmed, without question words and without the words of linked entities.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>What the answer should be: a person, a time, a sum ...</summary>
    public AnswerType Expects { get; init; }

    /// <summary>Whether it asks about something not being so ("who did not ...").</summary>
    public bool IsNegated { get; init; }

    /// <summary>The direction of movement that it takes for granted.</summary>
    public Direction Direction { get; init; }

    /// <summary>
    /// The same question asked of what the thread was about, where it names no subject of its own: what the knowledge has on
    /// that comes first. Null elsewhere.
    /// </summary>
    public QuestionPart? InContext { get; init; }

    /// <summary>Whether it leaned on earlier turns.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>
    /// The records that the earlier answer cited, when the question is about that answer as a whole ("who said that?",
    /// "source?"); empty otherwise.
    /// </summary>
    public IReadOnlyList<RecordId> Antecedents { get; init; } = [];
}
