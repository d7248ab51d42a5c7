using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>A word with an opposite, as a clause uses it.</summary>
/// <param name="Word">Its axis and its sign; a negation in front has turned the sign.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="Token">Its token in the text.</param>
internal readonly record struct PolarMark(PolarWord Word, string Stem, int Token);

/// <summary>A part of a sentence that says one thing, reduced to what can be compared. Immutable.</summary>
internal sealed class Clause
{
    private HashSet<int>? _entities;

    /// <summary>The stems of all content words and numbers, in order.</summary>
    public required IReadOnlyList<string> Content { get; init; }

    /// <summary>The same stems, each once.</summary>
    public required HashSet<string> Stems { get; init; }

    /// <summary>The stems that are neither of names, numbers, opposites nor framing: by these, clauses are matched.</summary>
    public required HashSet<string> Plain { get; init; }

    /// <summary>The content stems outside dates: what finds a clause that has few plain words.</summary>
    public required HashSet<string> Core { get; init; }

    /// <summary>The content stems that a negation denies.</summary>
    public required HashSet<string> Negated { get; init; }

    /// <summary>The words that have opposites.</summary>
    public required IReadOnlyList<PolarMark> Polar { get; init; }

    /// <summary>The keys of the names in it (<see cref="NameKey"/>).</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The figures in it.</summary>
    public required IReadOnlyList<BoundedFigure> Figures { get; init; }

    /// <summary>The dates in it.</summary>
    public required IReadOnlyList<WrittenDate> Dates { get; init; }

    /// <summary>How many negations are in it.</summary>
    public required int Negations { get; init; }

    /// <summary>Whether anything in it is denied.</summary>
    public bool HasNegation => Negations > 0;

    /// <summary>Its first token in the text.</summary>
    public required int FirstToken { get; init; }

    /// <summary>The first token of the text behind it.</summary>
    public required int EndToken { get; init; }

    /// <summary>Its text's key, for finding names in it.</summary>
    public required string Key { get; init; }

    /// <summary>Whether it holds the name, in this or another spelling of the same entity of the clause's own story.</summary>
    public bool Holds(EntityForms forms, string name)
    {
        if (Key.Contains(name, StringComparison.Ordinal))
        {
            return true;
        }

        var wanted = forms.Find(name);
        if (wanted.Count == 0)
        {
            return false;
        }

        // Read once: a clause is only ever compared inside the one story that it was read for.
        _entities ??= forms.In(Key);
        foreach (var entity in wanted)
        {
            if (_entities.Contains(entity))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it only presents what stands beside it: no name, figure, date or word of its own.</summary>
    public bool IsFrame => Plain.Count == 0 && Names.Count == 0 && Figures.Count == 0 && Dates.Count == 0;
}
