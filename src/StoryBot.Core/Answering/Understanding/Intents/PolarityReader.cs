using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;

namespace StoryBot.Core.Answering.Understanding.Intents;

/// <summary>Tells whether a question asks about something not being so, and which movement it takes for granted.</summary>
internal static class PolarityReader
{
    private static readonly HashSet<string> Negations = ["not", "never", "nobody", "none", "neither", "nor", "without", "nothing", "cannot", "nowhere"];

    private static readonly CueTable<Direction> Movements = new(
    [
        ("@rose", Direction.Up),
        ("@fell", Direction.Down),
        ("@session|go|goes|went|gone|going|is|are|was|were|be|move|moved|far _2 up|higher", Direction.Up),
        ("@session|go|goes|went|gone|going|is|are|was|were|be|move|moved|far _2 down|lower", Direction.Down),
        ("up by|#", Direction.Up),
        ("down by|#", Direction.Down),
        ("bring|brought|push|pushed|pull|pulled|drag|dragged|send|sent _4 down|lower", Direction.Down),
        ("push|pushed|send|sent|lift|lifted|drive|drove _4 up|higher", Direction.Up),
        ("in the red", Direction.Down),
        ("in the green", Direction.Up),
    ]);

    /// <summary>
    /// Whether it is negated. "Didn't Meta fall?" and "..., isn't it?" expect a yes and are not.
    /// </summary>
    public static bool IsNegated(Utterance utterance)
    {
        var words = utterance.Words;
        for (var i = 0; i < words.Count; i++)
        {
            var isNo = words[i].Key == "no" && i + 1 < words.Count && words[i].Break == '\0' && !words[i + 1].IsFigure && i > 0;
            if (!Negations.Contains(words[i].Key) && !isNo)
            {
                continue;
            }

            var isContracted = words[i].Has(WordTraits.Contracted);
            var opens = isContracted && i == utterance.ClauseStart + 1;
            var tags = isContracted && i + 2 >= words.Count && i >= 2 && words[i - 2].Break == ',';
            var whether = i > 0 && words[i - 1].Key == "or" && i + 1 >= words.Count;
            var suggests = words[i].Key == "not" && i > 0 && words[i - 1].Key == "why" && i + 1 >= words.Count;
            if (!opens && !tags && !whether && !suggests)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The movement that the first such word names; none when both directions are asked for ("rise or fall").</summary>
    public static Direction Movement(Utterance utterance)
    {
        var found = Direction.None;
        foreach (var match in Movements.Matches(utterance.Words))
        {
            var isEither = match.Start > 0 && utterance.Words[match.Start - 1].Key == "or" && found != match.Value;
            if (isEither && found != Direction.None)
            {
                return Direction.None;
            }

            found = found == Direction.None ? match.Value : found;
        }

        return found;
    }
}
