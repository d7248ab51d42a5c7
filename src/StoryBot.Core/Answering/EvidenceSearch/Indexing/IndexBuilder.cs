using System.Runtime.InteropServices;
using StoryBot.Core.Answering.EvidenceSearch.Vectors;
using StoryBot.Core.Answering.EvidenceSearch.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>Reads documents word by word: numbers the words, counts them, and hands each document's words on. One thread at a time.</summary>
internal sealed class IndexBuilder
{
    private const int SentenceVectorsUpTo = 5_000;

    private readonly char[] _buffer = new char[WordScanner.BufferSize];
    private readonly List<int> _words = [];
    private readonly List<int> _sentence = [];
    private readonly List<EntityFinding> _found = [];
    private readonly List<int> _pairs = [];
    private readonly List<int> _wordSeen = [];
    private readonly List<int> _stemSeen = [];
    private readonly List<int> _gramSeen = [];
    private readonly float[] _vector;
    private float _length;
    private float _gramLength;
    private long _stored;

    public IndexBuilder(IReadOnlyList<Entity> entities, int expectedDocuments)
    {
        Vectors = new VocabularyVectors(WordVectors.BuiltIn);
        _vector = new float[Vectors.Dimensions];
        Entities = new EntityPhrases(Vocabulary, entities);
        Pairs = PairCounts.For(expectedDocuments);
        Sentences = expectedDocuments <= SentenceVectorsUpTo ? new SentenceVectors(Vectors.Dimensions) : null;
    }

    /// <summary>The words so far.</summary>
    public Vocabulary Vocabulary { get; } = new();

    /// <summary>Their vectors.</summary>
    public VocabularyVectors Vectors { get; }

    /// <summary>How the story's entities are found in text.</summary>
    public EntityPhrases Entities { get; }

    /// <summary>The word pairs so far.</summary>
    public PairCounts Pairs { get; }

    /// <summary>The sentences' vectors so far; null for a pack too large to look through all of them.</summary>
    public SentenceVectors? Sentences { get; }

    /// <summary>The documents so far.</summary>
    public List<DocumentEntry> Documents { get; } = [];

    /// <summary>The words of the document added last, as the <see cref="WordStore"/> keeps them.</summary>
    public ReadOnlySpan<int> Words => CollectionsMarshal.AsSpan(_words);

    /// <summary>Reads one more document.</summary>
    public void Add(EvidenceDocument document)
    {
        _words.Clear();
        _pairs.Clear();
        (_length, _gramLength) = (0, 0);
        var named = new SortedSet<int>(document.Entities);
        foreach (var (field, text) in document.Texts)
        {
            Read(field, text, named);
        }

        if (named.Count > 0)
        {
            AddEntities(named);
        }

        CountPairs();
        var ordinal = Documents.Count;
        Documents.Add(new DocumentEntry(
            _stored, _words.Count, _length, _gramLength, document.Record, document.Source, document.Paragraph, document.Date?.Day.DayNumber ?? 0));
        _stored += _words.Count;
        CountWords(ordinal);
    }

    /// <summary>The document added last, for the inverted index.</summary>
    public StemmedDocument Stemmed(EvidenceDocument document)
    {
        var stems = new List<string>(_words.Count);
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i] < 0)
            {
                i++;
            }
            else if (Vocabulary[_words[i]] is { IsStop: false } word)
            {
                stems.Add(Vocabulary.Stem(word.Stem).Text);
            }
        }

        return new StemmedDocument(
            Documents.Count - 1,
            stems,
            document.Date?.Start.ToUnixTimeSeconds() ?? LuceneWriter.Undated,
            document.Embargo?.ToUnixTimeSeconds() ?? LuceneWriter.Undated);
    }

    /// <summary>What was built.</summary>
    public IndexParts Finish() => new(Vocabulary, Vectors, Entities, Pairs, Sentences, [.. Documents]);

    private void Read(DocumentField field, string text, SortedSet<int> named)
    {
        var scanner = new WordScanner(text, _buffer);
        _sentence.Clear();
        while (scanner.Next())
        {
            if (scanner.StartsSentence && _sentence.Count > 0)
            {
                EndSentence(field, named);
            }

            var word = Vocabulary.Add(scanner.Word);
            if (!scanner.StartsSentence && field is DocumentField.Main or DocumentField.Evidence)
            {
                var entry = Vocabulary[word];
                entry.Inside++;
                entry.Capitalised += scanner.IsCapitalised ? 1 : 0;
            }

            _sentence.Add(word);
        }

        EndSentence(field, named);
    }

    private void EndSentence(DocumentField field, SortedSet<int> named)
    {
        if (_sentence.Count == 0)
        {
            return;
        }

        Vectors.Extend(Vocabulary);
        _words.Add(-1 - (int)field);
        var length = VectorLength();
        Sentences?.Add(Documents.Count, _vector, length);
        _words.Add(BitConverter.SingleToInt32Bits(length));
        _words.AddRange(_sentence);
        if (field != DocumentField.Roles)
        {
            FindEntities(named);
        }

        var weight = FieldWeights.Of(field);
        var previous = -1;
        foreach (var word in _sentence)
        {
            var entry = Vocabulary[word];
            if (entry.IsStop)
            {
                previous = -1;
                continue;
            }

            _length += weight;
            _gramLength += weight * entry.Grams.Length;
            if (previous >= 0)
            {
                _pairs.Add(Pairs.Cell(previous, entry.Stem));
            }

            previous = entry.Stem;
        }

        _sentence.Clear();
    }

    private float VectorLength()
    {
        _vector.AsSpan().Clear();
        foreach (var word in _sentence)
        {
            var place = Vectors.Place(word);
            if (place >= 0)
            {
                Vectors.AddTo(_vector, place);
            }
        }

        Vectors.RemoveCommon(_vector);
        return MathF.Sqrt(VectorMath.Dot(_vector, _vector));
    }

    private void FindEntities(SortedSet<int> named)
    {
        Span<int> stems = _sentence.Count <= 512 ? stackalloc int[_sentence.Count] : new int[_sentence.Count];
        for (var i = 0; i < stems.Length; i++)
        {
            stems[i] = Vocabulary[_sentence[i]].Stem;
        }

        _found.Clear();
        Entities.Find(stems, withRoles: false, _found);
        foreach (var finding in _found)
        {
            named.Add(finding.Entity);
        }
    }

    private void AddEntities(SortedSet<int> named)
    {
        _words.Add(-1 - (int)DocumentField.Entities);
        _words.Add(0);
        foreach (var entity in named)
        {
            _words.Add(Vocabulary.Add(EntityWords.Of(entity)));
        }

        Vectors.Extend(Vocabulary);
    }

    private void CountPairs()
    {
        _pairs.Sort();
        for (var i = 0; i < _pairs.Count; i++)
        {
            if (i == 0 || _pairs[i] != _pairs[i - 1])
            {
                Pairs.Count(_pairs[i]);
            }
        }
    }

    private void CountWords(int ordinal)
    {
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i] < 0)
            {
                i++;
                continue;
            }

            var entry = Vocabulary[_words[i]];
            if (entry.IsStop || !IsFirst(_wordSeen, _words[i], ordinal))
            {
                continue;
            }

            if (IsFirst(_stemSeen, entry.Stem, ordinal))
            {
                Vocabulary.Stem(entry.Stem).Documents++;
            }

            foreach (var gram in entry.Grams)
            {
                if (IsFirst(_gramSeen, gram, ordinal))
                {
                    Vocabulary.Gram(gram).Documents++;
                }
            }
        }
    }

    private static bool IsFirst(List<int> seen, int number, int ordinal)
    {
        while (seen.Count <= number)
        {
            seen.Add(-1);
        }

        if (seen[number] == ordinal)
        {
            return false;
        }

        seen[number] = ordinal;
        return true;
    }
}
