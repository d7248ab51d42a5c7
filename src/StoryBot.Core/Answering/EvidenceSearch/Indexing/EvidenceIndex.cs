using Lucene.Net.Index;
using Lucene.Net.Search;
using StoryBot.Core.Answering.EvidenceSearch.Words;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>Everything that a search of one snapshot reads. Immutable after it is built; safe to share between threads.</summary>
internal sealed class EvidenceIndex : IDisposable
{
    private readonly LuceneDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly int[] _numbers;
    private readonly bool[] _isExact;

    public EvidenceIndex(IndexParts parts, WordStore words, bool hasEmbargoes, LuceneDirectory directory)
    {
        (Vocabulary, Vectors, Entities, Pairs, Sentences, var documents) = parts;
        (Documents, Words, HasEmbargoes) = (documents, words, hasEmbargoes);
        _isExact = new bool[Vocabulary.Count];
        for (var word = 0; word < _isExact.Length; word++)
        {
            _isExact[word] = Vocabulary[word].IsExact;
        }

        AverageLength = documents.Length == 0 ? 1 : Math.Max(1, documents.Average(document => document.Length));
        AverageGramLength = documents.Length == 0 ? 1 : Math.Max(1, documents.Average(document => document.GramLength));
        _directory = directory;
        _reader = DirectoryReader.Open(directory);
        Searcher = new IndexSearcher(_reader) { Similarity = LuceneWriter.Similarity };
        _numbers = new int[_reader.MaxDoc];
        if (_numbers.Length > 0)
        {
            var values = MultiDocValues.GetNumericValues(_reader, LuceneWriter.Number);
            for (var i = 0; i < _numbers.Length; i++)
            {
                _numbers[i] = (int)values.Get(i);
            }
        }
    }

    /// <summary>The sentences' vectors; null for a large pack.</summary>
    public SentenceVectors? Sentences { get; }

    /// <summary>Whether any document is under embargo at some time.</summary>
    public bool HasEmbargoes { get; }

    /// <summary>The words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Their vectors.</summary>
    public VocabularyVectors Vectors { get; }

    /// <summary>The story's entities.</summary>
    public EntityPhrases Entities { get; }

    /// <summary>How common word pairs are.</summary>
    public PairCounts Pairs { get; }

    /// <summary>The documents by number.</summary>
    public DocumentEntry[] Documents { get; }

    /// <summary>Their words.</summary>
    public WordStore Words { get; }

    /// <summary>The mean of <see cref="DocumentEntry.Length"/>, at least 1.</summary>
    public double AverageLength { get; }

    /// <summary>The mean of <see cref="DocumentEntry.GramLength"/>, at least 1.</summary>
    public double AverageGramLength { get; }

    /// <summary>Draws candidates.</summary>
    public IndexSearcher Searcher { get; }

    /// <summary><see cref="WordEntry.IsExact"/>, looked up fast.</summary>
    public bool IsExact(int word) => _isExact[word];

    /// <summary>The number of the document that Lucene knows by this number of its own.</summary>
    public int NumberOf(int luceneDocument) => _numbers[luceneDocument];

    /// <summary>BM25's rarity weight of something that this many documents hold.</summary>
    public double Rarity(int holders) => Math.Log(1 + ((Documents.Length - holders + 0.5) / (holders + 0.5)));

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        Words.Dispose();
    }
}
