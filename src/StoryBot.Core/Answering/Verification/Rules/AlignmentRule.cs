using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>
/// Each clause is held against the cited clause that it is most like: no negation may appear or vanish, no word turn
/// into its opposite, no name, figure or date change places with another.
/// </summary>
internal sealed class AlignmentRule : ISentenceRule
{
    // With fewer plain words than this, names and figures help to find the clause.
    private const int FewestWords = 2;

    // The share of a clause's plain words that must be in a cited clause for the two to speak of the same.
    private const double Likeness = 0.6;

    // Cited clauses about as like as the best one count as well: one of them must agree.
    private const double Tolerance = 0.15;

    /// <inheritdoc/>
    public string Id => "alignment";

    /// <inheritdoc/>
    public string? FindFault(CheckedSentence sentence)
    {
        foreach (var clause in sentence.Text.Clauses)
        {
            if ((FindFaultByLikeness(sentence, clause, out var fault) ? fault : FindLooseFault(sentence, clause)) is { } found)
            {
                return found;
            }

            if (clause.IsFrame)
            {
                continue;
            }

            if ((FindOppositeOfName(sentence, clause) ?? FindMispairing(sentence, clause)) is { } mispairing)
            {
                return mispairing;
            }
        }

        return FindNegationCount(sentence);
    }

    // A sentence that is nearly a cited line word for word denies as often as that line.
    private static string? FindNegationCount(CheckedSentence sentence)
    {
        var lines = sentence.Units.SelectMany(unit => unit.Lines).ToList();
        var count = sentence.Text.NegationCount;
        return lines.Exists(line => line.NegationCount != count && IsNearly(sentence.Text.Core, line.Core))
            && !lines.Exists(line => line.NegationCount == count && IsNearly(sentence.Text.Core, line.Core))
            ? "a negation appears or vanishes"
            : null;
    }

    // The sentence may say in front whose words it tells.
    private static bool IsNearly(HashSet<string> words, HashSet<string> line)
    {
        const int Prefix = 4;
        return line.Count > 0 && line.Count(words.Contains) * 5 >= line.Count * 4 && words.Count <= line.Count + Prefix;
    }

    private static List<(Clause Support, double Share)> FindAlike(CheckedSentence sentence, HashSet<string> words)
    {
        var alike = new List<(Clause, double)>();
        foreach (var unit in sentence.Units)
        {
            foreach (var support in unit.Clauses)
            {
                var shared = 0;
                foreach (var word in words)
                {
                    shared += support.Stems.Contains(word) ? 1 : 0;
                }

                var share = (double)shared / words.Count;
                if (share >= Likeness)
                {
                    alike.Add((support, share));
                }
            }
        }

        return alike;
    }

    private static bool FindFaultByLikeness(CheckedSentence sentence, Clause clause, out string? fault)
    {
        fault = null;
        var words = clause.Plain.Count >= FewestWords ? clause.Plain : clause.Core;
        if (words.Count == 0 || (clause.IsFrame && words.Count < FewestWords))
        {
            return false;
        }

        var alike = FindAlike(sentence, words);
        if (alike.Count == 0)
        {
            return false;
        }

        // A clause that says nothing of a direction cannot agree with one; where another does, that one is asked.
        var axes = clause.Polar.Select(mark => mark.Word.Axis).ToHashSet(StringComparer.Ordinal);
        var stems = clause.Polar.Select(mark => mark.Stem).ToHashSet(StringComparer.Ordinal);
        var telling = alike.FindAll(pair => axes.IsSubsetOf(pair.Support.Polar.Select(mark => mark.Word.Axis)));
        var literal = telling.FindAll(pair => stems.IsSubsetOf(pair.Support.Polar.Select(mark => mark.Stem)));
        alike = literal.Count > 0 ? literal : telling.Count > 0 ? telling : alike;
        var best = alike.Max(pair => pair.Share);
        foreach (var (support, share) in alike)
        {
            if (share < best - Tolerance)
            {
                continue;
            }

            var difference = ClauseComparison.FindConflict(clause, support, sentence.Catalog.Entities);
            if (difference is null)
            {
                fault = null;
                return true;
            }

            fault ??= difference;
        }

        return true;
    }

    // Nothing cited is much like the clause; a denial or an opposite still needs its like.
    private static string? FindLooseFault(CheckedSentence sentence, Clause clause)
    {
        // "No confirmation was found" presents; two negations in such a clause deny what it presents.
        if (clause.IsFrame)
        {
            return clause.Negations > 1 ? "it denies a denial" : null;
        }

        if (clause.HasNegation && !sentence.Units.Any(unit => unit.Clauses.Any(support => support.HasNegation
            && (clause.Negated.Count == 0 || support.Negated.Overlaps(clause.Negated)))))
        {
            return "it denies what nothing cited denies";
        }

        foreach (var mark in clause.Polar)
        {
            var cited = sentence.Units.SelectMany(unit => unit.Clauses).SelectMany(support => support.Polar).Where(other => other.Word.Axis == mark.Word.Axis).ToList();
            if (cited.Count > 0 && cited.TrueForAll(other => other.Word.Sign != mark.Word.Sign))
            {
                return $"what is cited says the opposite of {mark.Stem}";
            }
        }

        return null;
    }

    // Of each name, what is cited must say the same way somewhere, unless it only says the other way.
    private static string? FindOppositeOfName(CheckedSentence sentence, Clause clause)
    {
        foreach (var mark in clause.Polar.Where(mark => mark.Word.Axis == PolarityLexicon.Movement))
        {
            foreach (var name in clause.Names)
            {
                var told = sentence.Units.SelectMany(unit => unit.Clauses).Where(support => support.Holds(sentence.Catalog.Entities, name))
                    .SelectMany(support => support.Polar).Where(other => other.Word.Axis == mark.Word.Axis).ToList();
                if (told.Count > 0 && told.TrueForAll(other => other.Word.Sign != mark.Word.Sign))
                {
                    return $"what is cited says the opposite of {mark.Stem} of{name}".TrimEnd();
                }
            }
        }

        return null;
    }

    // A figure that stands with another name in what is cited does not stand with this one.
    private static string? FindMispairing(CheckedSentence sentence, Clause clause)
    {
        var entities = sentence.Catalog.Entities;
        foreach (var figure in clause.Figures)
        {
            var cited = sentence.Units.SelectMany(unit => unit.Clauses).Where(support => support.Figures.Any(other => FigureMatch.Supports(figure, other))).ToList();
            if (cited.Count > 0 && clause.Names.Count > 0 && cited.TrueForAll(support =>
                !clause.Names.Any(name => support.Holds(entities, name))
                && support.Names.Any(other => clause.Names.Any(name => entities.AreRivals(name, other)))))
            {
                return $"{figure.Quantity.Text} stands with another name in what is cited";
            }
        }

        return null;
    }
}
