using Lucene.Net.Index;
using Lucene.Net.Search;
using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch.Querying;

/// <summary>
/// Draws the documents that are worth scoring in full: those that Lucene ranks best for the query's stems among what
/// the reader may see, and in a small pack those with the sentences that are nearest to the query.
/// </summary>
internal sealed class CandidateFinder(EvidenceIndex index)
{
    private const int NearbySentences = 50;
    private const int InOrderUpTo = 5_000;

    /// <summary>The numbers of the candidates, each once; at least <paramref name="count"/> where as many match.</summary>
    public IReadOnlyCollection<int> Find(SearchTerms terms, ReaderScope scope, int count)
    {
        var found = Search(Visible(Query(terms), scope), count).ScoreDocs;
        var numbers = new HashSet<int>(found.Length + NearbySentences);
        foreach (var hit in found)
        {
            numbers.Add(index.NumberOf(hit.Doc));
        }

        if (index.Sentences is { } sentences && terms.SentenceVector is { } vector)
        {
            numbers.UnionWith(sentences.Nearest(vector, NearbySentences));
        }

        return numbers;
    }

    // Lucene's faster scorer fills a table of two thousand places first, which is more than a small pack is worth.
    private TopDocs Search(Query query, int count)
    {
        if (index.Documents.Length > InOrderUpTo)
        {
            return index.Searcher.Search(query, count);
        }

        var collector = TopScoreDocCollector.Create(Math.Max(1, Math.Min(count, index.Documents.Length)), docsScoredInOrder: true);
        index.Searcher.Search(query, collector);
        return collector.GetTopDocs();
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
