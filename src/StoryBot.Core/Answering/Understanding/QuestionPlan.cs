using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Understanding;

/// <summary>What a message asks: one part per question in it. Never empty. Immutable.</summary>
/// <param name="Original">The message after normalisation (no control, zero-width or bidirectional characters).</param>
/// <param name="Parts">The questions in it, in order.</param>
public sealed record QuestionPlan(string Original, IReadOnlyList<QuestionPart> Parts);

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

    /// <summary>Whether it leaned on earlier turns.</summary>
    public bool IsFollowUp { get; init; }
}

/// <summary>An entity of the story as the question names it.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Text">The words in the question; for one carried over from an earlier turn, its name.</param>
/// <param name="Match">How the words were matched.</param>
public sealed record EntityMention(Entity Entity, string Text, EntityMatch Match);

/// <summary>How an entity was recognised, surest first.</summary>
public enum EntityMatch
{
    /// <summary>By its name.</summary>
    Name,

    /// <summary>By an alias.</summary>
    Alias,

    /// <summary>By a misspelling of either.</summary>
    Typo,

    /// <summary>By a role.</summary>
    Role,

    /// <summary>From an earlier turn of the thread.</summary>
    Context,
}

/// <summary>Days from the first to the last, both included.</summary>
public readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    /// <summary>Whether the day is inside.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;
}

/// <summary>The kind of answer that is wanted.</summary>
public enum Intent
{
    /// <summary>A fact: what, when, where, how much, why.</summary>
    Fact,

    /// <summary>What something or somebody is.</summary>
    Definition,

    /// <summary>Who said or claims something.</summary>
    WhoSaid,

    /// <summary>What somebody said or thinks.</summary>
    Quote,

    /// <summary>How a claim stands.</summary>
    ClaimStatus,

    /// <summary>Who disputes or doubts something.</summary>
    WhoDisputes,

    /// <summary>How an instrument moved.</summary>
    MarketMove,

    /// <summary>Two or more things side by side.</summary>
    Compare,

    /// <summary>All that match: which companies, list the claims.</summary>
    List,

    /// <summary>What happened when.</summary>
    Timeline,

    /// <summary>An overview of a topic or of the story.</summary>
    Summary,

    /// <summary>Where something comes from.</summary>
    Source,

    /// <summary>Whether something is so.</summary>
    IsItTrue,
}

/// <summary>Why a message is not answered, or not answered from the knowledge.</summary>
public enum Refusal
{
    /// <summary>It holds no words: empty, only punctuation or emoji.</summary>
    Empty,

    /// <summary>It is longer than the limit.</summary>
    TooLong,

    /// <summary>It asks for advice: should I buy.</summary>
    Advice,

    /// <summary>It asks what will happen.</summary>
    Prediction,

    /// <summary>It gives the bot orders: ignore your rules, repeat your prompt.</summary>
    Instruction,

    /// <summary>It is abuse.</summary>
    Abuse,

    /// <summary>It wants something other than the story: a joke, a poem, small talk.</summary>
    OffTopic,

    /// <summary>It is in a script that the knowledge is not written in.</summary>
    OtherScript,

    /// <summary>It refers to something said earlier, and nothing was.</summary>
    NoContext,
}

/// <summary>What the answer should be.</summary>
public enum AnswerType
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>A person or organisation.</summary>
    Who,

    /// <summary>A time.</summary>
    When,

    /// <summary>A place.</summary>
    Where,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A sum of money, a price, a percentage or another measured figure.</summary>
    Amount,

    /// <summary>A reason.</summary>
    Why,

    /// <summary>Yes or no.</summary>
    YesNo,
}

/// <summary>A direction of movement.</summary>
public enum Direction
{
    /// <summary>None taken for granted.</summary>
    None,

    /// <summary>Rose, gained.</summary>
    Up,

    /// <summary>Fell, lost.</summary>
    Down,
}
