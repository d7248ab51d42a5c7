using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>What two clauses about the same thing disagree on.</summary>
internal static class ClauseComparison
{
    /// <summary>The first disagreement, in a few words; null when the clause says nothing else than the other.</summary>
    public static string? FindConflict(Clause clause, Clause support, EntityForms entities) =>
        FindNegation(clause, support)
        ?? FindOpposite(clause, support, entities)
        ?? FindSubstitution(clause, support, entities)
        ?? (IsReordered(clause.Content, support.Content) ? "the same words in another order" : null);

    private static readonly (string Word, string Opposite)[] SmallOpposites =
    [
        (" up ", " down "), (" before ", " after "), (" with ", " without "), (" above ", " below "), (" over ", " under "), (" inside ", " outside "),
    ];

    /// <summary>Whether a negation appears or vanishes.</summary>
    public static string? FindNegation(Clause clause, Clause support)
    {
        if (clause.Negations > support.Negations && support.Negations > 0)
        {
            return "it denies once more than what is cited";
        }

        if (clause.Negations < support.Negations && IsNearlyEqual(clause.Core, support.Core))
        {
            return "a negation vanishes";
        }

        var denied = clause.Negated.Where(support.Stems.Contains).ToList();
        var deniedThere = support.Negated.Where(clause.Stems.Contains).ToList();
        if (denied.Count == 0 && deniedThere.Count == 0)
        {
            return clause.HasNegation && !support.HasNegation ? "it denies what nothing cited denies" : null;
        }

        return denied.Count > 0 && deniedThere.Count > 0 && denied.Exists(deniedThere.Contains) ? null
            : $"a negation of {(denied.Count > 0 ? denied[0] : deniedThere[0])} appears or vanishes";
    }

    /// <summary>Whether a word has turned into its opposite.</summary>
    public static string? FindOpposite(Clause clause, Clause support, EntityForms entities)
    {
        var isConverse = IsConverse(clause, support, entities);
        foreach (var mark in clause.Polar)
        {
            var sameAxis = support.Polar.Where(other => other.Word.Axis == mark.Word.Axis).ToList();
            var sameStem = sameAxis.FindAll(other => other.Stem == mark.Stem);
            var compared = sameStem.Count > 0 ? sameStem : sameAxis;
            if (compared.Count > 0 && compared.TrueForAll(other => other.Word.Sign != mark.Word.Sign) != (isConverse && mark.Word.Axis == PolarityLexicon.Rank))
            {
                return $"{mark.Stem} is the opposite of {compared[0].Stem}";
            }
        }

        foreach (var (word, opposite) in SmallOpposites)
        {
            if (IsTurned(clause.Key, support.Key, word, opposite) || IsTurned(clause.Key, support.Key, opposite, word))
            {
                return $"{word.Trim()} is the opposite of{opposite}".TrimEnd();
            }
        }

        foreach (var stem in clause.Content)
        {
            foreach (var other in support.Content)
            {
                if (stem.Length != other.Length && (stem.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(stem, StringComparison.Ordinal))
                    && !support.Stems.Contains(stem) && !clause.Stems.Contains(other) && Polarity.AreOpposite(stem, other))
                {
                    return $"{stem} is the opposite of {other}";
                }
            }
        }

        return null;
    }

    // Four words in five of the longer of the two are shared.
    private static bool IsNearlyEqual(HashSet<string> words, HashSet<string> support) =>
        words.Count(support.Contains) * 5 >= Math.Max(words.Count, support.Count) * 4;

    private static bool IsTurned(string key, string support, string word, string opposite) =>
        key.Contains(word, StringComparison.Ordinal) && !key.Contains(opposite, StringComparison.Ordinal)
        && support.Contains(opposite, StringComparison.Ordinal) && !support.Contains(word, StringComparison.Ordinal);

    // "A beats B" and "B trails A" say the same; "B beats A" does not.
    private static bool IsConverse(Clause clause, Clause support, EntityForms entities)
    {
        if (clause.Names.Count < 2 || support.Names.Count < 2)
        {
            return false;
        }

        var first = PlaceOf(clause.Names[0], support, entities);
        var second = PlaceOf(clause.Names[1], support, entities);
        return first >= 0 && second >= 0 && second < first;
    }

    private static int PlaceOf(string name, Clause support, EntityForms entities)
    {
        for (var index = 0; index < support.Names.Count; index++)
        {
            if (entities.AreSame(support.Names[index], name))
            {
                return index;
            }
        }

        return -1;
    }

    private static string? FindSubstitution(Clause clause, Clause support, EntityForms entities)
    {
        var newNames = clause.Names.Where(name => !support.Holds(entities, name)).ToList();
        var oldNames = newNames.Count == 0 ? [] : support.Names.Where(name => !clause.Holds(entities, name)).ToList();
        foreach (var name in newNames)
        {
            if (oldNames.Find(other => entities.AreRivals(name, other)) is { } replaced)
            {
                return $"{name.Trim()} stands where{replaced}is cited".Replace("  ", " ", StringComparison.Ordinal);
            }
        }

        foreach (var figure in clause.Figures.Where(figure => !support.Figures.Any(other => FigureMatch.Supports(figure, other))))
        {
            if (support.Figures.Any(other => FigureMatch.IsComparable(figure.Quantity, other.Quantity) && !clause.Figures.Any(own => FigureMatch.Supports(own, other))))
            {
                return $"another figure is cited than {figure.Quantity.Text}";
            }
        }

        return clause.Dates.Any(date => !support.Dates.Any(date.IsContainedIn)) && support.Dates.Any(date => !clause.Dates.Any(own => own.IsContainedIn(date)))
            ? "another date is cited"
            : null;
    }

    private static bool IsReordered(IReadOnlyList<string> words, IReadOnlyList<string> support) =>
        words.Count >= 3 && words.Count == support.Count && !words.SequenceEqual(support)
        && words.Order(StringComparer.Ordinal).SequenceEqual(support.Order(StringComparer.Ordinal));
}
