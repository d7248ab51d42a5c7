using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>What Lucene gives out of the box: its English analysis and BM25 with k1 0.9 and b 0.4 or as given, title and text in one field.</summary>
internal sealed class PlainLucene : IDisposable
{
    private readonly RAMDirectory _directory = new();
    private readonly EnglishAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public PlainLucene(KnowledgeSnapshot snapshot, float k1, float b, bool withTitle = true)
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)))
        {
            foreach (var passage in snapshot.Passages.All())
            {
                var title = withTitle ? snapshot.Find(passage.Id.Source)!.Title + " " : string.Empty;
                writer.AddDocument(
                [
                    new StringField("id", passage.Id.Source.Value, Field.Store.YES),
                    new TextField("text", title + passage.Text, Field.Store.NO),
                ]);
            }
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity(k1, b) };
    }

    /// <summary>The ids of the best texts, best first.</summary>
    public List<string> Search(string text, int top)
    {
        var query = new BooleanQuery();
        var stream = _analyzer.GetTokenStream("text", text);
        try
        {
            var term = stream.GetAttribute<Lucene.Net.Analysis.TokenAttributes.ICharTermAttribute>();
            stream.Reset();
            while (stream.IncrementToken())
            {
                query.Add(new TermQuery(new Term("text", term.ToString())), Occur.SHOULD);
            }

            stream.End();
        }
        finally
        {
            stream.Dispose();
        }

        return [.. _searcher.Search(query, top).ScoreDocs.Select(hit => _searcher.Doc(hit.Doc).Get("id"))];
    }

    public void Dispose()
    {
        _reader.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
    }
}
