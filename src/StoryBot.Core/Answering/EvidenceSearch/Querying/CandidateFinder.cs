using Lucene.Net.Index;
using Lucene.Net.Search;
using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch.Querying;

/// <summary>
/// Draws the documents that are worth scoring in full: all of a small pack, or those that Lucene ranks best for the
/// query's stems among what the reader may see.
/// </summary>
internal sealed class CandidateFinder(EvidenceIndex index)
{
    private const int ScoreAllUpTo = 1_000;

    /// <summary>The numbers of the candidates, at least <paramref name="count"/> where as many match.</summary>
    public IReadOnlyList<int> Find(SearchTerms terms, ReaderScope scope, int count)
    {
        if (index.Documents.Length <= ScoreAllUpTo)
        {
            return index.AllNumbers;
        }

        var found = index.Searcher.Search(Visible(Query(terms), scope), count);
        var numbers = new int[found.ScoreDocs.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = index.NumberOf(found.ScoreDocs[i].Doc);
        }

        return numbers;
    }

    private BooleanQuery Query(SearchTerms terms)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in terms.Terms)
        {
            if (term.Stem >= 0)
            {
                query.Add(Clause(term.Stem, term.Count), Occur.SHOULD);
            }

            foreach (var (stem, share) in term.Alternatives)
            {
                query.Add(Clause(stem, share), Occur.SHOULD);
            }
        }

        return query;
    }

    private TermQuery Clause(int stem, float boost) =>
        new(new Term(LuceneWriter.Body, index.Vocabulary.Stem(stem).Text)) { Boost = boost };

    private Query Visible(Query query, ReaderScope scope)
    {
        if (scope.AsOf is { } asOf)
        {
            query = new FilteredQuery(query, Until(LuceneWriter.Dated, asOf));
        }

        return scope.IsCleared || !index.HasEmbargoes ? query : new FilteredQuery(query, Until(LuceneWriter.Embargo, scope.Now));
    }

    private static NumericRangeFilter<long> Until(string field, DateTimeOffset end) =>
        NumericRangeFilter.NewInt64Range(field, null, end.ToUnixTimeSeconds(), minInclusive: true, maxInclusive: true);
}
