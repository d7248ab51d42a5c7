namespace StoryBot.Core.Answering.EvidenceSearch.Words;

/// <summary>
/// Every word of an index with its stem and its character 4-grams, and how many documents hold each. Words, stems and
/// grams are numbered from 0 in order of appearance. Grows while an index is built; after that it is only read, and
/// safe to share between threads.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _grams = [];
    private readonly List<WordEntry> _entries = [];
    private readonly List<StemEntry> _stemEntries = [];
    private readonly List<GramEntry> _gramEntries = [];
    private readonly WordStemmer _stemmer = new();

    public Vocabulary() => _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words there are.</summary>
    public int Count => _entries.Count;

    /// <summary>How many stems there are.</summary>
    public int StemCount => _stemEntries.Count;

    /// <summary>How many grams there are.</summary>
    public int GramCount => _gramEntries.Count;

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => _wordsBySpan.TryGetValue(word, out var id) ? id : -1;

    /// <summary>The number of a stem, or -1.</summary>
    public int FindStem(string stem) => _stems.TryGetValue(stem, out var id) ? id : -1;

    /// <summary>The number of a gram, or -1.</summary>
    public int FindGram(ulong gram) => _grams.TryGetValue(gram, out var id) ? id : -1;

    /// <summary>The word as it is indexed.</summary>
    public WordEntry this[int word] => _entries[word];

    /// <summary>A stem.</summary>
    public StemEntry Stem(int stem) => _stemEntries[stem];

    /// <summary>A gram.</summary>
    public GramEntry Gram(int gram) => _gramEntries[gram];

    /// <summary>The number of a word, which is added when it is new. Only while the index is built.</summary>
    public int Add(ReadOnlySpan<char> word) =>
        _wordsBySpan.TryGetValue(word, out var id) ? id : Add(word.ToString(), null);

    /// <summary>Adds a word whose stem is known already (null: stem it).</summary>
    public int Add(string word, string? knownStem)
    {
        var id = _entries.Count;
        _words.Add(word, id);
        var stemText = knownStem ?? _stemmer.Stem(word);
        if (!_stems.TryGetValue(stemText, out var stem))
        {
            stem = _stemEntries.Count;
            _stems.Add(stemText, stem);
            _stemEntries.Add(new StemEntry(stemText));
        }

        _stemEntries[stem].Words.Add(id);
        var isStop = WordLists.Stop.Contains(word);
        _entries.Add(new WordEntry(word, stem, isStop, isStop || word[0] == EntityWords.Mark ? [] : GramsOf(word, id)));
        return id;
    }

    private int[] GramsOf(string word, int id)
    {
        Span<ulong> codes = stackalloc ulong[CharacterGrams.Limit];
        var count = CharacterGrams.Of(word, codes);
        var grams = new int[count];
        for (var i = 0; i < count; i++)
        {
            if (!_grams.TryGetValue(codes[i], out var gram))
            {
                gram = _gramEntries.Count;
                _grams.Add(codes[i], gram);
                _gramEntries.Add(new GramEntry(codes[i]));
            }

            grams[i] = gram;
            if (!grams.AsSpan(0, i).Contains(gram))
            {
                _gramEntries[gram].Words.Add(id);
            }
        }

        return grams;
    }
}
