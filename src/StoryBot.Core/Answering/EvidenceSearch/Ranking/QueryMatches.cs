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

    private readonly WordPlace[] _places = new WordPlace[index.Vocabulary.Count];
    private readonly List<QueryGram> _grams = [];
    private readonly Dictionary<int, int> _gramPlaces = [];
    private WordMatch[] _matches = new WordMatch[1024];
    private MatchLink[] _links = new MatchLink[1024];
    private readonly short[] _word = new short[PackedVectors.Size];
    private readonly short[] _sentence = new short[PackedVectors.Size];
    private readonly sbyte[] _codes = new sbyte[PackedVectors.Size];
    private readonly List<ComparedTerm> _compared = [];
    private float _sentenceUnit;
    private int _matchCount;
    private int _linkCount;
    private int _stamp;

    /// <summary>The query's character grams.</summary>
    public ReadOnlySpan<QueryGram> Grams => CollectionsMarshal.AsSpan(_grams);

    /// <summary>Starts a query.</summary>
    public void Start(SearchTerms terms)
    {
        _stamp++;
        (_matchCount, _linkCount) = (0, 0);
        _grams.Clear();
        _gramPlaces.Clear();
        _compared.Clear();
        _sentenceUnit = terms.SentenceVector is { } sentence ? PackedVectors.Pack(sentence, _sentence) : 0;
        for (var i = 0; i < terms.Terms.Count; i++)
        {
            var term = terms.Terms[i];
            AddStem(term.Stem, i, 1);
            foreach (var (stem, share) in term.Alternatives)
            {
                AddStem(stem, i, share);
            }

            AddGrams(term);
            if (term is { VectorRow: >= 0, IsExact: false })
            {
                var length = WordVectors.BuiltIn.ReadCodes(term.VectorRow, _codes);
                var wide = new short[PackedVectors.Size];
                PackedVectors.Widen(_codes, wide);
                _compared.Add(new ComparedTerm(i, wide, length));
            }
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
                match.IsCompared = true;
                var place = index.Vectors.Place(word);
                if (place >= 0)
                {
                    Compare(word, place, ref match);
                }
            }

            return ref match;
        }
    }

    /// <summary>A link of a chain.</summary>
    public ref readonly MatchLink Link(int place) => ref _links[place];

    private ref WordMatch Match(int word)
    {
        ref var place = ref _places[word];
        if (place.Stamp != _stamp)
        {
            if (_matchCount == _matches.Length)
            {
                Array.Resize(ref _matches, _matchCount * 2);
            }

            place = new WordPlace(_stamp, _matchCount);
            _matches[_matchCount++] = new WordMatch { Terms = -1, Grams = -1, Similar = -1 };
        }

        return ref _matches[place.Place];
    }

    private int AddLink(int target, float share, int next)
    {
        if (_linkCount == _links.Length)
        {
            Array.Resize(ref _links, _linkCount * 2);
        }

        _links[_linkCount] = new MatchLink(target, share, next);
        return _linkCount++;
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
            match.Terms = AddLink(term, share, match.Terms);
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
            foreach (var word in CollectionsMarshal.AsSpan(entry.Words))
            {
                ref var match = ref Match(word);
                match.Grams = AddLink(place, 1, match.Grams);
            }
        }
    }

    private void Compare(int word, int place, ref WordMatch match)
    {
        if (_sentenceUnit == 0)
        {
            return;
        }

        PackedVectors.Widen(index.Vectors.Codes(place), _word);
        match.Projection = PackedVectors.Dot(_word, _sentence) * _sentenceUnit * index.Vectors.Weight(place);
        if (index.IsExact(word))
        {
            return;
        }

        var length = index.Vectors.Length(place);
        foreach (ref readonly var other in CollectionsMarshal.AsSpan(_compared))
        {
            var similarity = PackedVectors.Dot(_word, other.Vector) / (length * other.Length);
            if (similarity >= LeastSimilarity)
            {
                match.Similar = AddLink(other.Term, (similarity - LeastSimilarity) / (1 - LeastSimilarity), match.Similar);
            }
        }
    }

    internal int Count => _matchCount;

    private readonly record struct ComparedTerm(int Term, short[] Vector, float Length);

    private readonly record struct WordPlace(int Stamp, int Place);
}

/// <summary>A character gram of a query.</summary>
/// <param name="Rarity">Its BM25 rarity weight.</param>
/// <param name="Count">How often the query has it.</param>
internal readonly record struct QueryGram(double Rarity, int Count);
