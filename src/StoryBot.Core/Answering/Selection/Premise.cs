using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Selection;

/// <summary>Compares what a question takes for granted with a record.</summary>
public static class Premise
{
    /// <summary>Whether the record is a movement in the other direction than the question says.</summary>
    public static bool IsContradicted(QuestionPart part, KnowledgeRecord record)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (record is not MarketFact fact || !FigureWords.IsMove(fact) || part.IsNegated)
        {
            return false;
        }

        return part.Direction switch
        {
            Direction.Up => FigureWords.IsDown(fact),
            Direction.Down => !FigureWords.IsDown(fact),
            _ => false,
        };
    }
}
