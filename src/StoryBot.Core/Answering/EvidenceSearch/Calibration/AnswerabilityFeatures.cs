using System.Collections.Frozen;
using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Querying;
using StoryBot.Core.Answering.EvidenceSearch.Ranking;
using StoryBot.Core.Answering.EvidenceSearch.Words;

namespace StoryBot.Core.Answering.EvidenceSearch.Calibration;

/// <summary>
/// What the judgement looks at: how much of the query the best documents hold (is the topic there?), and how the query
/// departs from the sentence that comes closest (is its premise altered?). Values are scaled by the query's own limits,
/// so that they mean the same in a large index and in a small one. Chosen by backward elimination on whole articles.
/// </summary>
internal sealed class AnswerabilityFeatures
{
    private const double Saturation = 2.2;

    private static readonly FrozenSet<string> Relations = Set(
        "before after until since without outside inside between against above below under over during among within beyond despite "
        + "except only all every least most more less than first second third last");

    private static readonly FrozenSet<string> Exclusions = Set("besides except other else aside apart instead longer stopped never");

    private readonly EvidenceIndex _index;
    private readonly SearchTerms _terms;
    private readonly IReadOnlyList<EvidenceReading> _readings;
    private readonly EvidenceReading _best;
    private readonly SentenceAlignment _alignment;
    private readonly double _rarest;
    private readonly List<float> _values = [];
    private readonly List<string> _names = [];

    private AnswerabilityFeatures(EvidenceIndex index, RankedEvidence ranked)
    {
        (_index, _terms, _readings) = (index, ranked.Terms, ranked.Best);
        _best = ranked.Best.MaxBy(reading => reading.Signals.Coverage)!;
        _alignment = new SentenceAlignment(index, _terms, _best);
        _rarest = Math.Max(1e-6, index.Rarity(0));
        AddTopic();
        AddPremise();
        AddPolarity();
    }

    /// <summary>The values, in an order that <see cref="AnswerabilityModel"/> shares.</summary>
    public IReadOnlyList<float> Values => _values;

    /// <summary>What the values are called, in the same order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The words by which the query departs from the closest sentence; null when it does not visibly.</summary>
    public string? Departure { get; private set; }

    /// <summary>The values for the best documents of a query, of which there is at least one.</summary>
    public static AnswerabilityFeatures Of(EvidenceIndex index, RankedEvidence ranked) => new(index, ranked);

    private void AddTopic()
    {
        var limit = Math.Max(1e-6, _terms.Rarity * Saturation);
        var first = _readings[0].Signals;
        Add("gap to last", (first.Words - _readings[^1].Signals.Words) / limit);
        Add("held by first", first.Held);
        Add("words of best", _best.Signals.Words / limit);
        Add("grams of best", _best.Signals.Grams / Math.Max(1e-6, _terms.Rarity));
        Add("missing in all", Share(IsInNone));
        Add("rarest missing in all", Rarest(IsInNone));
        Add("rarest missing in sentence", Rarest(IsNotInSentence));
        Add("rarest common word missing", Rarest(i => IsNotInSentence(i) && !_terms.Terms[i].IsExact && !_terms.Terms[i].IsName));
        Add("missing count", Count(IsNotInSentence));
        Add("last held", _best.InSentence[^1]);
        Add("name missing in document", Count(i => _terms.Terms[i].IsName && _best.InDocument[i] == 0));
        Add("name missing in all", Count(i => _terms.Terms[i].IsName && IsInNone(i)));
        Add("name in context only", Count(i => _terms.Terms[i].IsName && _best.InSentence[i] > 0 && !_alignment.Holds(i)));
    }

    private void AddPremise()
    {
        var otherNumber = OtherNumber();
        var swapped = Find(i => _terms.Terms[i].IsNumber && IsNotInSentence(i));
        Add("number swapped", swapped >= 0 && otherNumber is not null ? 1 : 0);
        var wantsFigure = _terms.Words.Any(word => word is "when" or "year" or "century") || AsksHowMany();
        Add("figure lacks", wantsFigure && otherNumber is null ? 1 : 0);
        var wantsName = _terms.Words.Any(word => word is "who" or "whom" or "whose" or "where");
        Add("name lacks", wantsName && !_best.Sentence.Any(word => _index.Vocabulary[word].IsName && !IsAsked(word)) ? 1 : 0);
        Add("sentence length", Math.Min(60, _best.Sentence.Length));
        Add("verbatim", _alignment.Verbatim / Math.Max(1.0, _alignment.Matched));
        Add("verbatim count", _alignment.Verbatim);
        Add("replaced rarity", _alignment.ReplacedRarity / _rarest);
        Add("longest run", _alignment.LongestRun / (double)_terms.Terms.Count);
        Add("relations missing", _terms.Words.Count(word => Relations.Contains(word) && !IsInBestSentence(word)));
        if (swapped >= 0 && otherNumber is not null)
        {
            Departure = $"{_terms.Terms[swapped].Text} instead of {otherNumber}";
        }
    }

    private void AddPolarity()
    {
        var denied = _terms.Words.Count(WordLists.Negations.Contains);
        var isOnlyAsked = denied > 0 && !_best.Sentence.Any(word => WordLists.Negations.Contains(_index.Vocabulary[word].Text));
        Add("query denies", denied);
        Add("only query denies", isOnlyAsked ? 1 : 0);
        var opposite = Find(i => IsNotInSentence(i) && Opposite(i, _best.Sentence) is not null);
        Add("opposites in sentence", Count(i => IsNotInSentence(i) && Opposite(i, _best.Sentence) is not null));
        Add("opposites in document", Count(i => _best.InDocument[i] == 0 && Opposite(i, _best.Words) is not null));
        Add("negating prefix missing", Count(i => _best.InDocument[i] == 0 && OppositeWords.HasNegatingAffix(_terms.Terms[i].Text)));
        Add("exclusions", _terms.Words.Count(Exclusions.Contains));
        Add("non", _terms.Words.Contains("non") ? 1 : 0);
        if (opposite >= 0)
        {
            Departure ??= $"{_terms.Terms[opposite].Text} instead of {Opposite(opposite, _best.Sentence)}";
        }
        else if (isOnlyAsked)
        {
            Departure ??= _terms.Words.First(WordLists.Negations.Contains);
        }
        else if (Find(i => _terms.Terms[i].IsName && IsInNone(i)) is >= 0 and var name)
        {
            Departure ??= _terms.Terms[name].Text;
        }
    }

    private void Add(string name, double value)
    {
        _values.Add((float)value);
        _names.Add(name);
    }

    private bool IsNotInSentence(int term) => _best.InSentence[term] == 0;

    private bool IsInNone(int term) => _readings.All(reading => reading.InDocument[term] == 0);

    private bool IsInBestSentence(string text) => _best.Sentence.Any(word => _index.Vocabulary[word].Text == text);

    private bool IsAsked(int word) => _terms.Terms.Any(term => term.Stem == _index.Vocabulary[word].Stem);

    private bool AsksHowMany() => _terms.Words.Zip(_terms.Words.Skip(1)).Any(pair =>
        pair is ("how", "many" or "much" or "long" or "far" or "old" or "large" or "big"));

    private string? OtherNumber() => _best.Sentence
        .Where(word => char.IsAsciiDigit(_index.Vocabulary[word].Text[0]) && !IsAsked(word))
        .Select(word => _index.Vocabulary[word].Text)
        .FirstOrDefault();

    private string? Opposite(int term, IEnumerable<int> words)
    {
        var text = _terms.Terms[term].Text;
        var stem = Language.Words.Stem(text);
        foreach (var word in words)
        {
            var entry = _index.Vocabulary[word];
            if (OppositeWords.Are(text, stem, entry.Text, entry.PolarStem))
            {
                return entry.Text;
            }
        }

        return null;
    }

    private double Rarest(Func<int, bool> chosen) =>
        Enumerable.Range(0, _terms.Terms.Count).Where(chosen).Select(i => _terms.Terms[i].Rarity).DefaultIfEmpty().Max() / _rarest;

    private double Share(Func<int, bool> chosen) =>
        Enumerable.Range(0, _terms.Terms.Count).Where(chosen).Sum(i => _terms.Terms[i].Rarity * _terms.Terms[i].Count) / Math.Max(1e-6, _terms.Rarity);

    private int Count(Func<int, bool> chosen) => Enumerable.Range(0, _terms.Terms.Count).Count(chosen);

    private int Find(Predicate<int> chosen) => Enumerable.Range(0, _terms.Terms.Count).ToList().FindIndex(chosen);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
