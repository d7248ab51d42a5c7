using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Verification.Rules;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Checking;

/// <summary>
/// Compares a part of a statement with candidates, by the rules that verify answers. People word things freely, so words
/// of one thesaurus group count as one here; names, figures, dates and directions are held to the letter.
/// </summary>
internal sealed class PartComparer(SupportCatalog catalog)
{
    // The share of a part's plain words that must be in the candidate.
    private const double SameWords = 0.6;

    // To call something contradicted takes more: it must clearly be about the same.
    private const double SameSubject = 0.7;

    private static readonly QuantityRule Quantities = new();
    private static readonly DateRule Dates = new();
    private static readonly MovementRule Movements = new();
    private static readonly AlignmentRule Alignment = new();

    /// <summary>How the part stands to the candidate.</summary>
    public Likeness Compare(string part, Candidate candidate)
    {
        var sentence = new CheckedSentence(new DraftSentence(part, []), candidate.Units, catalog);
        var names = NamesOf(sentence).ToList();
        var missing = names.FindAll(name => !sentence.Supports(name));
        var coverage = Coverage(sentence);
        if (coverage < SameWords || missing.Count > 1 || (names.Count > 0 && missing.Count == names.Count) || !IsAboutInstrument(sentence, candidate))
        {
            return new Likeness(Relation.Unrelated, 0);
        }

        var closeness = coverage + ReverseCoverage(sentence, candidate);
        if (missing.Count == 1)
        {
            var isSwap = coverage >= SameSubject && HasRival(candidate, names, missing[0]) && FindFaults(sentence) is [];
            return new Likeness(isSwap ? Relation.OtherName : Relation.Unrelated, closeness);
        }

        var faults = FindFaults(sentence);
        if (faults.Count == 0)
        {
            return new Likeness(Moves(sentence.Text.Clauses) && IsMixed(candidate) ? Relation.Unrelated : Relation.Same, closeness);
        }

        return new Likeness(coverage >= SameSubject && IsContradiction(sentence, candidate, faults) ? Relation.Different : Relation.Unrelated, closeness);
    }

    // "A fell while B rose" says neither of A nor of B which way it went to somebody who only counts the words.
    private static bool IsMixed(Candidate candidate) =>
        HasMovement(candidate.Units.SelectMany(unit => unit.Clauses), 1) && HasMovement(candidate.Units.SelectMany(unit => unit.Clauses), -1);

    private static bool Moves(IEnumerable<Clause> clauses) => clauses.Any(clause => clause.Polar.Any(mark => mark.Word.Axis == PolarityLexicon.Movement));

    private static bool HasMovement(IEnumerable<Clause> clauses, int sign) =>
        clauses.Any(clause => clause.Polar.Any(mark => mark.Word.Axis == PolarityLexicon.Movement && mark.Word.Sign == sign));

    private static List<ISentenceRule> FindFaults(CheckedSentence sentence) =>
        new ISentenceRule[] { Quantities, Dates, Movements, Alignment }.Where(rule => rule.FindFault(sentence) is not null).ToList();

    // A different figure contradicts only where the candidate measures the same kind of thing; a different date only
    // where nothing else differs: otherwise it is another event.
    private static bool IsContradiction(CheckedSentence sentence, Candidate candidate, List<ISentenceRule> faults)
    {
        var figureDiffers = faults.Contains(Quantities);
        if (faults.Contains(Dates))
        {
            return !figureDiffers && candidate.Units.Any(unit => unit.Dates.Count > 0) && sentence.Text.Clauses.Any(clause => clause.Plain.Count > 0);
        }

        return !figureDiffers || sentence.Text.Figures
            .Where(figure => !candidate.Units.Any(unit => unit.Figures.Any(support => FigureMatch.Supports(figure, support))))
            .All(figure => candidate.Units.Any(unit => HasLike(unit, figure)));
    }

    private static bool HasLike(SupportUnit unit, BoundedFigure figure) =>
        (unit.OwnFigures.Count > 0 ? unit.OwnFigures : unit.Figures).Any(own =>
            Dimension(own.Quantity) == Dimension(figure.Quantity) || Math.Abs(own.Quantity.Value) == Math.Abs(figure.Quantity.Value));

    private static string Dimension(Quantity quantity) => quantity.Kind switch
    {
        QuantityKind.Money => "money",
        QuantityKind.Percent or QuantityKind.PercentagePoint => "share",
        QuantityKind.Count => Words.Stem(quantity.Unit),
        QuantityKind.Multiple => "multiple",
        QuantityKind.Ordinal => "rank",
        _ => "number",
    };

    private IEnumerable<string> NamesOf(CheckedSentence sentence)
    {
        foreach (var name in sentence.Text.Names)
        {
            var key = sentence.KeyOf(name);
            if (name.IsAtSentenceStart && catalog.Entities.Find(key).Count == 0
                && (FramingWords.Contains(StemOf(name, sentence)) || catalog.IsOrdinaryWord(StemOf(name, sentence))))
            {
                continue;
            }

            foreach (var piece in sentence.Supports(key) ? [key] : Pieces(sentence, key))
            {
                yield return piece;
            }
        }
    }

    // "Jane Smith of Acme" is two names, and "Training Acme" at a sentence's start is one.
    private List<string> Pieces(CheckedSentence sentence, string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pieces = new List<string>();
        var unknown = string.Empty;
        var start = 0;
        while (start < words.Length)
        {
            var end = words.Length;
            while (end > start && !sentence.Supports($" {string.Join(' ', words[start..end])} "))
            {
                end--;
            }

            if (end == start)
            {
                unknown += words[start] == "of" || (start == 0 && catalog.IsOrdinaryWord(Words.Stem(words[0]))) ? string.Empty : " " + words[start];
                start++;
                continue;
            }

            pieces.Add($" {string.Join(' ', words[start..end])} ");
            start = end;
        }

        return unknown.Length == 0 ? pieces : [.. pieces, unknown + " "];
    }

    private static string StemOf(NameSpan name, CheckedSentence sentence) => Words.Stem(Words.Fold(name.In(sentence.Draft.Text)));

    // Framing words count only where there are no others: "everything is confirmed".
    private static double Coverage(CheckedSentence sentence) =>
        Coverage(sentence, withFraming: false) ?? Coverage(sentence, withFraming: true) ?? (sentence.Text.Figures.Count > 0 ? 1 : 0);

    private static double? Coverage(CheckedSentence sentence, bool withFraming)
    {
        var total = 0;
        var found = 0;
        for (var index = 0; index < sentence.Text.Tokens.Count; index++)
        {
            if (sentence.Text.Roles[index] != TokenRole.Word || sentence.Text.Roles.StemAt(index) is not { } stem || (!withFraming && FramingWords.Contains(stem)))
            {
                continue;
            }

            total++;
            found += IsCovered(sentence, index, stem) ? 1 : 0;
        }

        return total == 0 ? null : (double)found / total;
    }

    private static bool IsCovered(CheckedSentence sentence, int index, string stem)
    {
        if (sentence.Units.Any(unit => unit.Stems.Contains(stem)))
        {
            return true;
        }

        // By the word itself and by its base form, which an irregular verb hides: led, lead.
        var groups = Thesaurus.GroupsOf(Stems.OfWord(sentence.Text.Tokens[index].In(sentence.Draft.Text).ToString())).Concat(Thesaurus.GroupsOf(Stems.OfWord(stem)));
        return sentence.Units.Any(unit => groups.Any(unit.Groups.Contains))
            || (Polarity.TryFind(sentence.Draft.Text, sentence.Text.Tokens, index, out var word)
                && sentence.Units.Any(unit => unit.Clauses.Any(clause => clause.Polar.Any(mark => mark.Word.Axis == word.Axis))));
    }

    // How much of the candidate's own sentence the part says: the closer of two candidates says little else.
    private static double ReverseCoverage(CheckedSentence sentence, Candidate candidate)
    {
        var own = sentence.Text.Clauses.SelectMany(clause => clause.Content).ToHashSet(StringComparer.Ordinal);
        return candidate.Units.SelectMany(unit => unit.Lines).Select(line => line.Clauses.SelectMany(clause => clause.Content).Distinct().ToList())
            .Where(content => content.Count > 0)
            .Select(content => (double)content.Count(own.Contains) / content.Count)
            .DefaultIfEmpty()
            .Max();
    }

    private bool IsAboutInstrument(CheckedSentence sentence, Candidate candidate) =>
        candidate.Records is not [MarketFact fact, ..]
        || catalog.Entities.Holds(sentence.Text.Key, NameKey.Of(fact.Instrument));

    // Another entity of the same kind takes the name's place in the candidate.
    private bool HasRival(Candidate candidate, List<string> names, string missing)
    {
        var named = names.SelectMany(catalog.Entities.Find).ToHashSet();
        return catalog.Entities.Find(missing).Any(entity => candidate.Units.Any(unit =>
            unit.Entities.Any(other => !named.Contains(other) && catalog.Entities.AreOfOneKind(entity, other))));
    }
}
