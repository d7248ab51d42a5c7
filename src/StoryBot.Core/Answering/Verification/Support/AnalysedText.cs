using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>A text with everything read from it that a check compares. Immutable; safe to share between threads.</summary>
internal sealed class AnalysedText
{
    private AnalysedText(string text)
    {
        Text = text;
        Tokens = Tokenizer.Read(text);
        Dates = DateReader.Read(text, Tokens);
        Quantities = QuantityReader.Read(text, Tokens, Dates);
        Names = NameReader.Read(text, Tokens);
        Negations = Polarity.Scopes(text, Tokens);
        Roles = TokenRoles.Read(this);
        Key = NameKey.Of(text, Tokens, 0, text.Length);
        Figures = [.. Quantities.Select(BoundOf)];
        Clauses = ClauseReader.Read(this);
        var telling = Clauses.Where(clause => !clause.IsFrame).ToList();
        Core = telling.SelectMany(clause => clause.Core).ToHashSet(StringComparer.Ordinal);
        NegationCount = telling.Sum(clause => clause.Negations);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its tokens.</summary>
    public List<Token> Tokens { get; }

    /// <summary>The dates written in it.</summary>
    public List<WrittenDate> Dates { get; }

    /// <summary>The figures written in it.</summary>
    public List<Quantity> Quantities { get; }

    /// <summary>The figures with the words that limit them, in the same order.</summary>
    public IReadOnlyList<BoundedFigure> Figures { get; }

    /// <summary>The names in it.</summary>
    public List<NameSpan> Names { get; }

    /// <summary>What is denied in it.</summary>
    public List<NegationScope> Negations { get; }

    /// <summary>What each token is.</summary>
    public TokenRoles Roles { get; }

    /// <summary>Its form for finding names (<see cref="NameKey"/>).</summary>
    public string Key { get; }

    /// <summary>The things that it says, one by one.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>The content stems of the clauses that are no frame, outside dates.</summary>
    public HashSet<string> Core { get; }

    /// <summary>How many negations those clauses hold.</summary>
    public int NegationCount { get; }

    /// <summary>Reads a text.</summary>
    public static AnalysedText Of(string text) => new(text);

    /// <summary>The token that starts at the place or behind it.</summary>
    public int TokenAt(int start)
    {
        var low = 0;
        var high = Tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tokens[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private BoundedFigure BoundOf(Quantity quantity) =>
        new(quantity, BoundedFigure.BoundBefore(Text, Tokens, TokenAt(quantity.Start)));
}
