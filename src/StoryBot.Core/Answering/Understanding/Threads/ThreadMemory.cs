using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Threads;

/// <summary>What was asked before in the thread and in the same message, newest last.</summary>
internal sealed class ThreadMemory
{
    private readonly List<QuestionPart> _parts = [];

    /// <summary>Remembers the turns of the conversation.</summary>
    public ThreadMemory(Conversation conversation)
    {
        foreach (var turn in conversation.Turns)
        {
            _parts.AddRange(turn.Plan.Parts.Where(CanBeMeant));
        }

        Cited = conversation.Turns.Count > 0 && conversation.Turns[^1].Plan.Parts.Any(CanBeMeant) ? conversation.Turns[^1].Cited : [];
    }

    /// <summary>The question that a follow-up leans on, or null at the start of a thread.</summary>
    public QuestionPart? Last => _parts.Count > 0 ? _parts[^1] : null;

    /// <summary>The records that the newest answer cited; none once the same message asked something of its own.</summary>
    public IReadOnlyList<RecordId> Cited { get; private set; }

    /// <summary>Remembers one more question of the same message.</summary>
    public void Add(QuestionPart part)
    {
        if (CanBeMeant(part))
        {
            _parts.Add(part);
            Cited = [];
        }
    }

    /// <summary>The entity named last that fits, or null.</summary>
    public Entity? LastEntity(Func<Entity, bool> fits)
    {
        for (var i = _parts.Count - 1; i >= 0; i--)
        {
            if (_parts[i].Entities.LastOrDefault(mention => fits(mention.Entity)) is { } mention)
            {
                return mention.Entity;
            }
        }

        return null;
    }

    // A refused request for advice can be followed up ("and Meta?") and is refused again; small talk cannot.
    private static bool CanBeMeant(QuestionPart part) => part.Refusal is null or Refusal.Advice or Refusal.Prediction;
}
