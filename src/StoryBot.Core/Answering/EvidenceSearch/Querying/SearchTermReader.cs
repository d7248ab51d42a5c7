using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Vectors;
using StoryBot.Core.Answering.EvidenceSearch.Words;

namespace StoryBot.Core.Answering.EvidenceSearch.Querying;

/// <summary>Reads a query: leaves question words out, finds entities, and looks for the likely word where one is misspelt.</summary>
internal sealed class SearchTermReader(EvidenceIndex index)
{
    private const int LongestQuery = 20_000;
    private const float NameShare = 1f;
    private const float RoleShare = 0.8f;

    /// <summary>Reads the query's text; only its first 20,000 characters count.</summary>
    public SearchTerms Read(string text)
    {
        var words = Scan(text);
        var kept = words.Where(word => !word.IsStop && !word.IsAsking).ToList();
        if (kept.Count == 0)
        {
            kept = words.Where(word => !word.IsStop).ToList();
        }

        var terms = new List<QueryTerm>();
        var byStem = new Dictionary<string, QueryTerm>(StringComparer.Ordinal);
        var termOfWord = new Dictionary<int, QueryTerm>();
        var previous = -2;
        foreach (var word in kept)
        {
            var key = word.Stem >= 0 ? index.Vocabulary.Stem(word.Stem).Text : word.Text;
            if (byStem.TryGetValue(key, out var term))
            {
                term.Count++;
            }
            else
            {
                term = NewTerm(word, follows: word.Position == previous + 1);
                terms.Add(term);
                byStem.Add(key, term);
            }

            termOfWord[word.Position] = term;
            previous = word.Position;
        }

        var entities = AddEntities(words, termOfWord);
        foreach (var term in terms)
        {
            Weigh(term);
        }

        return new SearchTerms(Shorten(terms), entities, SentenceVector(terms), [.. words.Select(word => word.Text)]);
    }

    private List<QueryWord> Scan(string text)
    {
        var words = new List<QueryWord>();
        WordStemmer? stemmer = null;
        var scanner = new WordScanner(text.AsSpan(0, Math.Min(text.Length, LongestQuery)), new char[WordScanner.BufferSize]);
        while (scanner.Next())
        {
            var word = scanner.Word.ToString();
            var id = index.Vocabulary.Find(word);
            var stem = id >= 0 ? index.Vocabulary[id].Stem : index.Vocabulary.FindStem((stemmer ??= new WordStemmer()).Stem(word));

            // "US" is the country, "us" is us.
            var isAsking = WordLists.Asking.Contains(word) && !(word == "us" && scanner.IsCapitalised);
            words.Add(new QueryWord(word, id, stem, words.Count, WordLists.Stop.Contains(word), isAsking, scanner.IsCapitalised && !scanner.StartsSentence));
        }

        return words;
    }

    private QueryTerm NewTerm(QueryWord word, bool follows)
    {
        Span<ulong> codes = stackalloc ulong[CharacterGrams.Limit];
        var count = CharacterGrams.Of(word.Text, codes);
        var grams = new List<int>(count);
        foreach (var code in codes[..count])
        {
            var gram = index.Vocabulary.FindGram(code);
            if (gram >= 0)
            {
                grams.Add(gram);
            }
        }

        var row = WordVectors.BuiltIn.Find(word.Text);
        return new QueryTerm
        {
            Text = word.Text,
            Stem = word.Stem,
            FollowsPrevious = follows,
            IsName = word.IsCapitalised || (word.Id >= 0 && index.Vocabulary[word.Id].IsName),
            IsExact = word.IsCapitalised || (word.Id >= 0 ? index.Vocabulary[word.Id].IsExact : WordLists.Exact.Contains(word.Text)),
            VectorRow = row,
            EnglishRarity = row < 0 ? 1 : WordVectors.BuiltIn.Weight(row),
            Grams = [.. grams],
            Holders = word.Stem >= 0 ? index.Vocabulary.Stem(word.Stem).Documents : 0,
        };
    }

    private List<int> AddEntities(List<QueryWord> words, Dictionary<int, QueryTerm> termOfWord)
    {
        var found = new List<EntityFinding>();
        index.Entities.Find(words.Select(word => word.Stem).ToArray(), withRoles: true, found);
        foreach (var finding in found)
        {
            var word = index.Vocabulary.Find(EntityWords.Of(finding.Entity));
            if (word < 0)
            {
                continue;
            }

            var stem = index.Vocabulary[word].Stem;
            for (var i = finding.Start; i < finding.Start + finding.Length; i++)
            {
                if (termOfWord.TryGetValue(i, out var term))
                {
                    term.Alternatives.Add((stem, finding.IsRole ? RoleShare : NameShare));
                    term.Holders = Math.Max(term.Holders, index.Vocabulary.Stem(stem).Documents);
                }
            }
        }

        return found.Select(finding => finding.Entity).Distinct().ToList();
    }

    private void Weigh(QueryTerm term)
    {
        if (term.Holders == 0)
        {
            foreach (var (stem, share) in SpellingNeighbours.Of(index.Vocabulary, term.Text))
            {
                term.Alternatives.Add((stem, share));
                term.Holders = Math.Max(term.Holders, index.Vocabulary.Stem(stem).Documents);
            }
        }

        term.Rarity = index.Rarity(term.Holders);
        term.Importance = term.Rarity * term.EnglishRarity;
    }

    private static List<QueryTerm> Shorten(List<QueryTerm> terms)
    {
        if (terms.Count <= SearchTerms.Limit)
        {
            return terms;
        }

        var rarest = terms.OrderByDescending(term => term.Rarity).Take(SearchTerms.Limit).ToHashSet();
        return [.. terms.Where(rarest.Contains)];
    }

    private float[]? SentenceVector(List<QueryTerm> terms)
    {
        var sum = new float[index.Vectors.Dimensions];
        foreach (var term in terms)
        {
            if (term.VectorRow >= 0)
            {
                WordVectors.BuiltIn.AddTo(sum, term.VectorRow, 1);
            }
        }

        index.Vectors.RemoveCommon(sum);
        var norm = MathF.Sqrt(VectorMath.Dot(sum, sum));
        if (norm < 1e-6f)
        {
            return null;
        }

        VectorMath.Scale(sum, 1 / norm);
        return sum;
    }

    private readonly record struct QueryWord(string Text, int Id, int Stem, int Position, bool IsStop, bool IsAsking, bool IsCapitalised);
}
