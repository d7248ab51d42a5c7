using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering;

/// <summary>A question as somebody asked it, with what may be seen and what was said before. Immutable.</summary>
public sealed record Question
{
    /// <summary>An id for logs and batch lines; may be empty.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The words as they came: untrusted, of any length.</summary>
    public required string Text { get; init; }

    /// <summary>What the asker may see.</summary>
    public required ReaderScope Scope { get; init; }

    /// <summary>Earlier turns of the same thread, oldest first; empty at its start.</summary>
    public Conversation Conversation { get; init; } = Conversation.Empty;
}

/// <summary>The earlier turns of one thread, oldest first. Immutable; the newest few turns are kept.</summary>
public sealed record Conversation(IReadOnlyList<Turn> Turns)
{
    /// <summary>How many turns are kept: a follow-up that reaches further back is asked again in full.</summary>
    public const int Limit = 10;

    /// <summary>A thread in which nothing was said.</summary>
    public static Conversation Empty { get; } = new([]);

    /// <summary>The thread with one more turn.</summary>
    public Conversation With(Turn turn) => new([.. Turns.TakeLast(Limit - 1), turn]);
}

/// <summary>A question of a thread, how it was understood, and the records that its answer cited.</summary>
public sealed record Turn(Understanding.QuestionPlan Plan, IReadOnlyList<RecordId> Cited);
