using System.Collections.Frozen;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Grounding;

/// <summary>What a record is about, in the form in which questions are compared with it. Immutable.</summary>
public sealed class RecordProfile
{
    private const double Synonym = 0.85;
    private const double Implied = 0.75;
    private const double Negated = 0.7;

    // Below a thousand a figure is a count, a day or a percentage, and is asked for as it is.
    private const decimal LeastRounded = 1_000m;
    private const decimal MostRounded = 1e20m;

    private static readonly string[] Negations = ["un", "in", "dis"];

    // "2.788 million (2,788K) H800 GPU-hours": a few words may stand between a figure and what it counts.
    private const int CountReach = 3;

    // "Chief executive (CEO) of the company": a few words may stand between those of a title.
    private const int PhraseSlack = 2;
    private const int UsualWindow = 16;

    // The one title that is more often abbreviated than not.
    private const string Abbreviated = "ceo";

    private readonly string[] _words;
    private readonly FrozenSet<string> _stems;
    private readonly FrozenSet<string> _implied;
    private readonly FrozenSet<string> _negated;
    private readonly FrozenSet<int> _groups;
    private readonly FrozenSet<string> _entities;

    internal RecordProfile(KnowledgeRecord record, IReadOnlyList<string> words, IEnumerable<string> implied, IEnumerable<string> entities)
    {
        Record = record;
        _words = [.. words];
        Figures = [.. QuantitiesOf(record)];
        _stems = words.ToFrozenSet(StringComparer.Ordinal);
        _implied = implied.ToFrozenSet(StringComparer.Ordinal);
        _negated = Negations.SelectMany(negation => _stems.Where(stem => stem.StartsWith(negation, StringComparison.Ordinal)).Select(stem => stem[negation.Length..]))
            .ToFrozenSet(StringComparer.Ordinal);
        _groups = _stems.Concat(_implied).SelectMany(Thesaurus.GroupsOf).ToFrozenSet();
        _entities = entities.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The record.</summary>
    public KnowledgeRecord Record { get; }

    /// <summary>The stems of its own words in order, repeats included.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The figures in it.</summary>
    public IReadOnlyList<Quantity> Figures { get; }

    /// <summary>The same of the words that an answer tells, without topics and evidence; the profile itself where it is that already.</summary>
    public RecordProfile Told { get; internal init; } = null!;

    /// <summary>The different stems of its words and of those that such a record implies.</summary>
    public IEnumerable<string> Stems => _stems.Union(_implied);

    /// <summary>The names of the entities that it mentions.</summary>
    public IReadOnlyCollection<string> Entities => _entities;

    /// <summary>Whether it mentions the entity.</summary>
    public bool Mentions(string entity) => _entities.Contains(entity);

    /// <summary>
    /// Whether it has the figure, whatever its sign and wording, or one that a person would round to it: 5.6 million is asked for as
    /// "6 million".
    /// </summary>
    public bool Has(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        var asked = Math.Abs(quantity.Value);
        return Figures.Any(figure => Math.Abs(figure.Value) == asked || RoundsTo(Math.Abs(figure.Value), asked, quantity.SignificantDigits));
    }

    /// <summary>Whether its own words count the thing: a figure stands shortly before one of its names.</summary>
    public bool Counts(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (Figures.Any(figure => figure.Kind == QuantityKind.Count && Grounding.Stems.Of(figure.Unit).Any(names.Contains)))
        {
            return true;
        }

        for (var i = 0; i < Words.Count; i++)
        {
            if (names.Contains(Words[i]) && Enumerable.Range(1, CountReach).Any(back => i - back >= 0 && IsCount(Words[i - back])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words, or others that people use for them, stand within a few words of each other.</summary>
    public bool HasTogether(IReadOnlyList<string> stems)
    {
        ArgumentNullException.ThrowIfNull(stems);
        if (stems.Any(stem => Match(stem) == 0))
        {
            return false;
        }

        var reach = stems.Count + PhraseSlack;
        var groups = stems.Select(Thesaurus.GroupsOf).ToList();
        for (var start = 0; start < _words.Length; start++)
        {
            if (HoldsAll(_words.AsSpan(start, Math.Min(reach, _words.Length - start)), stems, groups))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How well it has the word: 1 for the word itself, less for one that people use for it, 0 for neither.</summary>
    public double Match(string stem)
    {
        if (_stems.Contains(stem))
        {
            return 1;
        }

        var groups = Thesaurus.GroupsOf(stem);
        for (var i = 0; i < groups.Count; i++)
        {
            if (_groups.Contains(groups[i]))
            {
                return Synonym;
            }
        }

        if (_implied.Contains(stem))
        {
            return Implied;
        }

        // "Are they convinced?" is answered by "unconvinced".
        return _negated.Contains(stem) ? Negated : 0;
    }

    // "In October 2023, H800 chips": a year counts nothing.
    private static bool IsCount(string word) =>
        char.IsAsciiDigit(word[0]) && !(word.Length == 4 && int.TryParse(word, out var year) && year is > 1900 and < 2100);

    // Each stem needs a word of its own: "president" alone is not a "chief executive".
    private static bool HoldsAll(ReadOnlySpan<string> window, IReadOnlyList<string> stems, List<IReadOnlyList<int>> groups)
    {
        Span<bool> taken = window.Length <= UsualWindow ? stackalloc bool[UsualWindow] : new bool[window.Length];
        for (var i = 0; i < stems.Count; i++)
        {
            var at = window.IndexOf(stems[i]);
            at = at >= 0 ? at : IndexOfSynonym(window, stems, groups[i]);
            if (at < 0 || (taken[at] && window[at] != Abbreviated))
            {
                return false;
            }

            taken[at] = true;
        }

        return true;
    }

    private static int IndexOfSynonym(ReadOnlySpan<string> window, IReadOnlyList<string> stems, IReadOnlyList<int> group)
    {
        for (var i = 0; i < window.Length; i++)
        {
            if (!stems.Contains(window[i]) && Thesaurus.IsOfAny(group, window[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static IEnumerable<Quantity> QuantitiesOf(KnowledgeRecord record)
    {
        if (record is MarketFact fact)
        {
            yield return new Quantity { Value = fact.Value, Kind = QuantityKind.Number, Unit = fact.Unit, SignificantDigits = 0, Text = string.Empty, Start = 0 };
        }

        foreach (var quantity in RecordWords.Of(record).SelectMany(QuantityReader.Read))
        {
            yield return quantity;
        }
    }

    private static bool RoundsTo(decimal figure, decimal asked, int digits)
    {
        if (asked is < LeastRounded or > MostRounded || digits is < 1 or > 3 || figure < asked / 2 || figure > asked * 2)
        {
            return false;
        }

        var unit = SignificantStep.Of(asked, digits);
        return Math.Round(figure / unit, MidpointRounding.AwayFromZero) * unit == asked;
    }
}
