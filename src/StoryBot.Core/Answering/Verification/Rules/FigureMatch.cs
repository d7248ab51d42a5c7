using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>Whether one figure says what another says.</summary>
internal static class FigureMatch
{
    /// <summary>Whether a text with the second figure bears out the first. Signs are compared with the direction words, elsewhere.</summary>
    public static bool Supports(BoundedFigure figure, BoundedFigure support)
    {
        if (!IsComparable(figure.Quantity, support.Quantity) || (figure.Quantity.High is null) != (support.Quantity.High is null))
        {
            return SupportsLooseEnd(figure, support);
        }

        var value = Math.Abs(figure.Quantity.Value);
        var other = Math.Abs(support.Quantity.Value);
        if (value == other && Magnitude(figure.Quantity.High) == Magnitude(support.Quantity.High))
        {
            return KeepsBound(figure.Bound, support.Bound);
        }

        return figure.Quantity.High is null && figure.Bound != FigureBound.None && IsRounding(value, figure.Quantity.SignificantDigits, other)
            && KeepsSide(figure.Bound, value, other) && support.Quantity.SignificantDigits > figure.Quantity.SignificantDigits;
    }

    /// <summary>Whether the two measure the same kind of thing in the same unit.</summary>
    public static bool IsComparable(Quantity left, Quantity right)
    {
        if ((left.SignificantDigits == 0) != (right.SignificantDigits == 0))
        {
            return false;
        }

        return (left.Kind, right.Kind) switch
        {
            (QuantityKind.Count, QuantityKind.Count) => IsSameUnit(left.Unit, right.Unit),
            (QuantityKind.Number or QuantityKind.Count, QuantityKind.Number or QuantityKind.Count) => true,
            _ => left.Kind == right.Kind && left.Unit == right.Unit,
        };
    }

    // "about $590 billion" of "$589B-$593B": one figure, said to be rough, for a range that holds it.
    private static bool SupportsLooseEnd(BoundedFigure figure, BoundedFigure support) =>
        figure.Bound is FigureBound.About && figure.Quantity.High is null && support.Quantity.High is { } high
        && IsComparable(figure.Quantity, support.Quantity)
        && support.Quantity.Value <= figure.Quantity.Value && figure.Quantity.Value <= high;

    private static bool IsSameUnit(string left, string right) =>
        left == right || left.EndsWith(' ' + right, StringComparison.Ordinal) || right.EndsWith(' ' + left, StringComparison.Ordinal)
        || Words.Stem(left) == Words.Stem(right);

    // "About" may be said of anything; a bound may not appear or vanish.
    private static bool KeepsBound(FigureBound figure, FigureBound support) =>
        figure == support || figure == FigureBound.About || support == FigureBound.About
        || (figure, support) is (FigureBound.UpTo, FigureBound.Less) or (FigureBound.Less, FigureBound.UpTo);

    private static bool KeepsSide(FigureBound bound, decimal value, decimal support) => bound switch
    {
        FigureBound.More => support >= value,
        FigureBound.Less or FigureBound.UpTo => support <= value,
        _ => true,
    };

    private static bool IsRounding(decimal value, int digits, decimal exact)
    {
        if (exact == 0 || value == 0 || digits == 0)
        {
            return false;
        }

        // Either rounding or cutting: "about 590" of 589.9 and "more than 580" of 589.
        return Math.Abs(value - exact) < SignificantStep.Of(exact, digits);
    }

    private static decimal? Magnitude(decimal? value) => value is { } known ? Math.Abs(known) : null;
}
