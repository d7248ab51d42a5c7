using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Threads;

/// <summary>What was asked before in the thread and in the same message, newest last.</summary>
internal sealed class ThreadMemory
{
    private readonly List<(QuestionPart Part, IReadOnlyList<RecordId> Cited)> _parts = [];
    private readonly CitedPeople _people;

    /// <summary>Remembers the turns of the conversation.</summary>
    public ThreadMemory(Conversation conversation, CitedPeople people)
    {
        _people = people;
        foreach (var turn in conversation.Turns)
        {
            _parts.AddRange(turn.Plan.Parts.Where(CanBeMeant).Select(part => (part, turn.Cited)));
        }
    }

    /// <summary>The question that a follow-up leans on, or null at the start of a thread.</summary>
    public QuestionPart? Last => _parts.Count > 0 ? _parts[^1].Part : null;

    /// <summary>The records that its answer cited; none for a question of the same message.</summary>
    public IReadOnlyList<RecordId> Cited => _parts.Count > 0 ? _parts[^1].Cited : [];

    /// <summary>Remembers one more question of the same message.</summary>
    public void Add(QuestionPart part)
    {
        if (CanBeMeant(part))
        {
            _parts.Add((part, []));
        }
    }

    /// <summary>The entity that fits and was named last, or null.</summary>
    public Entity? LastEntity(Func<Entity, bool> fits)
    {
        for (var i = _parts.Count - 1; i >= 0; i--)
        {
            if (_parts[i].Part.Entities.LastOrDefault(mention => fits(mention.Entity)) is { } mention)
            {
                return mention.Entity;
            }
        }

        return null;
    }

    /// <summary>The person named last, by a question or by what its answer cited, or null.</summary>
    public Entity? LastPerson()
    {
        for (var i = _parts.Count - 1; i >= 0; i--)
        {
            var named = _parts[i].Part.Entities.LastOrDefault(mention => mention.Entity.Kind == "person")?.Entity;
            if ((named ?? _people.First(_parts[i].Cited)) is { } person)
            {
                return person;
            }
        }

        return null;
    }

    // A refused request for advice can be followed up ("and Meta?") and is refused again; small talk cannot.
    private static bool CanBeMeant(QuestionPart part) => part.Refusal is null or Refusal.Advice or Refusal.Prediction;
}
