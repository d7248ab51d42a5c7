using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>
/// Every figure is in what is cited with the same value, kind, unit and scale. It may be rounded only where the
/// sentence says about, and a bound ("more than") is neither added nor dropped.
/// </summary>
internal sealed class QuantityRule : ISentenceRule
{
    /// <inheritdoc/>
    public string Id => "quantity";

    /// <inheritdoc/>
    public string? FindFault(CheckedSentence sentence)
    {
        foreach (var figure in sentence.Text.Figures)
        {
            if (!sentence.Units.Any(unit => unit.Figures.Any(support => FigureMatch.Supports(figure, support) && HasUnit(unit, figure, support))) && !HasBothEnds(sentence, figure))
            {
                return $"not in what is cited: {figure.Quantity.Text}";
            }
        }

        return null;
    }

    // "4 years" of a bare "4" needs the years elsewhere in what is cited.
    private static bool HasUnit(SupportUnit unit, BoundedFigure figure, BoundedFigure support) =>
        figure.Quantity.Kind != QuantityKind.Count || support.Quantity.Kind != QuantityKind.Number
        || figure.Quantity.Unit.Split(' ', '-').All(word => unit.Stems.Contains(Words.Stem(word)));

    private static bool HasBothEnds(CheckedSentence sentence, BoundedFigure figure) =>
        figure.Quantity.High is { } high
        && new[] { figure.Quantity.Value, high }.All(end => sentence.Units.Any(unit => unit.Figures.Any(support =>
            FigureMatch.Supports(figure with { Quantity = figure.Quantity with { Value = end, High = null } }, support))));
}
