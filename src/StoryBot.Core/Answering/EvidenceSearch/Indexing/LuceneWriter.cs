using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>Writes the inverted index from which candidates are drawn: stems, dates and embargoes by document number.</summary>
internal sealed class LuceneWriter : IDisposable
{
    /// <summary>The field of stems and entity words.</summary>
    public const string Body = "body";

    /// <summary>The field of the document's number.</summary>
    public const string Number = "number";

    /// <summary>The field of the first moment at which it counts as dated, in Unix seconds; <see cref="Undated"/> without a date.</summary>
    public const string Dated = "dated";

    /// <summary>The field of the end of its embargo, in Unix seconds; <see cref="Undated"/> without one.</summary>
    public const string Embargo = "embargo";

    /// <summary>Stands for no date: before every date.</summary>
    public const long Undated = long.MinValue;

    // BM25's usual constants; on three question sets the figures are flat around them.
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    private readonly IndexWriter _writer;
    private readonly StemStream _stems = new();
    private readonly Document _document = [];
    private readonly NumericDocValuesField _number = new(Number, 0);
    private readonly Int64Field _dated = new(Dated, 0, Field.Store.NO);
    private readonly Int64Field _embargo = new(Embargo, 0, Field.Store.NO);

    public LuceneWriter(LuceneDirectory directory, double bufferMegabytes)
    {
        _writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = OpenMode.CREATE,
            Similarity = Similarity,
            RAMBufferSizeMB = bufferMegabytes,
        });
        var body = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };
        body.Freeze();
        _document.Add(new Field(Body, _stems, body));
        _document.Add(_number);
        _document.Add(_dated);
        _document.Add(_embargo);
    }

    /// <summary>How candidates are scored.</summary>
    public static Similarity Similarity { get; } = new BM25Similarity(K1, B);

    /// <summary>Adds a document.</summary>
    public void Add(StemmedDocument document)
    {
        _stems.Stems = document.Stems;
        _number.SetInt64Value(document.Number);
        _dated.SetInt64Value(document.Dated);
        _embargo.SetInt64Value(document.Embargo);
        _writer.AddDocument(_document);
    }

    /// <summary>Makes what was added lasting.</summary>
    public void Commit() => _writer.Commit();

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
