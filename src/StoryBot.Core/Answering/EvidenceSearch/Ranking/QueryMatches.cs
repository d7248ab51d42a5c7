using System.Runtime.InteropServices;
using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Querying;
using StoryBot.Core.Answering.EvidenceSearch.Vectors;

namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>
/// Looks up what each word of the index means to one query: worked out once for each word that is met, then remembered
/// until the next query. Kept and used again, by one thread at a time, so that a query allocates little.
/// </summary>
internal sealed class QueryMatches(EvidenceIndex index)
{
    // Word vectors put nearly everything above 0.2 and true neighbours above 0.4.
    private const float LeastSimilarity = 0.4f;

    private readonly int[] _stamps = new int[index.Vocabulary.Count];
    private readonly int[] _places = new int[index.Vocabulary.Count];
    private readonly List<WordMatch> _matches = [];
    private readonly List<MatchLink> _links = [];
    private readonly List<QueryGram> _grams = [];
    private readonly Dictionary<int, int> _gramPlaces = [];
    private SearchTerms _terms = new([], [], null);
    private int _stamp;

    /// <summary>The query.</summary>
    public SearchTerms Terms => _terms;

    /// <summary>The query's character grams.</summary>
    public ReadOnlySpan<QueryGram> Grams => CollectionsMarshal.AsSpan(_grams);

    /// <summary>Starts a query.</summary>
    public void Start(SearchTerms terms)
    {
        _terms = terms;
        _stamp++;
        _matches.Clear();
        _links.Clear();
        _grams.Clear();
        _gramPlaces.Clear();
        for (var i = 0; i < terms.Terms.Count; i++)
        {
            var term = terms.Terms[i];
            AddStem(term.Stem, i, 1);
            foreach (var (stem, share) in term.Alternatives)
            {
                AddStem(stem, i, share);
            }

            AddGrams(term);
        }
    }

    /// <summary>What a word means to the query.</summary>
    public ref readonly WordMatch this[int word]
    {
        get
        {
            ref var match = ref Match(word);
            if (!match.IsCompared)
            {
                Compare(word, ref match);
            }

            return ref match;
        }
    }

    /// <summary>A link of a chain.</summary>
    public MatchLink Link(int place) => _links[place];

    private ref WordMatch Match(int word)
    {
        if (_stamps[word] != _stamp)
        {
            _stamps[word] = _stamp;
            _places[word] = _matches.Count;
            _matches.Add(new WordMatch { Terms = -1, Grams = -1, Similar = -1 });
        }

        return ref CollectionsMarshal.AsSpan(_matches)[_places[word]];
    }

    private void AddStem(int stem, int term, float share)
    {
        if (stem < 0)
        {
            return;
        }

        foreach (var word in index.Vocabulary.Stem(stem).Words)
        {
            ref var match = ref Match(word);
            _links.Add(new MatchLink(term, share, match.Terms));
            match.Terms = _links.Count - 1;
        }
    }

    private void AddGrams(QueryTerm term)
    {
        foreach (var gram in term.Grams)
        {
            if (_gramPlaces.TryGetValue(gram, out var place))
            {
                _grams[place] = _grams[place] with { Count = _grams[place].Count + 1 };
                continue;
            }

            place = _grams.Count;
            _gramPlaces.Add(gram, place);
            var entry = index.Vocabulary.Gram(gram);
            _grams.Add(new QueryGram(index.Rarity(entry.Documents), 1));
            foreach (var word in entry.Words)
            {
                ref var match = ref Match(word);
                _links.Add(new MatchLink(place, 1, match.Grams));
                match.Grams = _links.Count - 1;
            }
        }
    }

    private void Compare(int word, ref WordMatch match)
    {
        match.IsCompared = true;
        var place = index.Vectors.Place(word);
        if (place < 0 || _terms.SentenceVector is not { } sentence)
        {
            return;
        }

        var vector = index.Vectors.Vector(place);
        match.Projection = VectorMath.Dot(vector, sentence) * index.Vectors.Weight(place);
        if (index.Vocabulary[word].IsExact)
        {
            return;
        }

        for (var i = 0; i < _terms.Terms.Count; i++)
        {
            if (_terms.Terms[i] is not { Vector: { } other, IsExact: false })
            {
                continue;
            }

            var similarity = VectorMath.Dot(vector, other);
            if (similarity >= LeastSimilarity)
            {
                _links.Add(new MatchLink(i, (similarity - LeastSimilarity) / (1 - LeastSimilarity), match.Similar));
                match.Similar = _links.Count - 1;
            }
        }
    }
}

/// <summary>A character gram of a query.</summary>
/// <param name="Rarity">Its BM25 rarity weight.</param>
/// <param name="Count">How often the query has it.</param>
internal readonly record struct QueryGram(double Rarity, int Count);
