using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>A rise is told as a rise and a fall as a fall, in words or by the sign.</summary>
internal sealed class MovementRule : ISentenceRule
{
    // A direction word behind a figure ("a 2% gain") stands close to it.
    private const int ReachAfter = 4;

    /// <inheritdoc/>
    public string Id => "movement";

    /// <inheritdoc/>
    public string? FindFault(CheckedSentence sentence)
    {
        var marks = sentence.Text.Clauses.SelectMany(clause => clause.Polar).Where(mark => mark.Word.Axis == PolarityLexicon.Movement).ToList();
        foreach (var mark in marks)
        {
            if (!sentence.Quoted.Covers(sentence.Text.Tokens[mark.Token].Start) && !sentence.Units.Any(unit => Moves(unit, mark.Word.Sign)))
            {
                return $"nothing cited moves that way: {sentence.Text.Tokens[mark.Token].In(sentence.Draft.Text)}";
            }
        }

        foreach (var figure in sentence.Text.Figures)
        {
            if (!IsTold(sentence, figure, SaidOf(sentence, figure.Quantity, marks)))
            {
                return $"the direction of {figure.Quantity.Text} is not the one cited";
            }
        }

        return null;
    }

    private static bool Moves(SupportUnit unit, int sign) =>
        unit.Movement == sign
        || unit.Clauses.Any(clause => clause.Polar.Any(mark => mark.Word.Axis == PolarityLexicon.Movement && mark.Word.Sign == sign))
        || unit.Figures.Any(figure => SignOf(figure.Quantity) == sign);

    // What moved the figure stands in the figure's own clause; only where that clause has no such word does the rest count.
    private static bool MovesThere(SupportUnit unit, BoundedFigure figure, int sign)
    {
        var said = unit.Clauses
            .Where(clause => clause.Figures.Any(own => own.Quantity.Value == figure.Quantity.Value && own.Quantity.Kind == figure.Quantity.Kind))
            .SelectMany(clause => clause.Polar)
            .Where(mark => mark.Word.Axis == PolarityLexicon.Movement)
            .Select(mark => mark.Word.Sign)
            .ToList();
        return said.Count == 0 ? Moves(unit, sign) : said.Contains(sign);
    }

    private static bool IsTold(CheckedSentence sentence, BoundedFigure figure, int said)
    {
        var found = false;
        foreach (var unit in sentence.Units)
        {
            foreach (var support in unit.Figures)
            {
                if (!FigureMatch.Supports(figure, support))
                {
                    continue;
                }

                var isOwn = unit.OwnFigures.Any(own => FigureMatch.Supports(figure, own));
                var cited = isOwn ? unit.Movement : SignOf(support.Quantity);
                // A level has no direction: "closed down 2% at 6,012".
                if (cited == said || (cited == 0 && (isOwn || said == 0 || MovesThere(unit, support, said))) || (cited > 0 && said == 0))
                {
                    return true;
                }

                found = true;
            }
        }

        return !found;
    }

    private static int SaidOf(CheckedSentence sentence, Quantity figure, List<PolarMark> marks)
    {
        if (SignOf(figure) is not 0 and var sign)
        {
            return sign;
        }

        var first = sentence.Text.TokenAt(figure.Start);
        var last = sentence.Text.TokenAt(figure.Start + figure.Text.Length) - 1;
        var said = 0;
        var nearest = int.MaxValue;
        foreach (var mark in marks)
        {
            var distance = mark.Token < first ? first - mark.Token : mark.Token - last;
            if (distance > 0 && distance < nearest && (mark.Token < first || distance <= ReachAfter))
            {
                (said, nearest) = (mark.Word.Sign, distance);
            }
        }

        return said;
    }

    private static int SignOf(Quantity quantity) => quantity.Value < 0 ? -1 : quantity.Text.StartsWith('+') ? 1 : 0;
}
