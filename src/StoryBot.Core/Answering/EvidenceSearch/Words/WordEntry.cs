namespace StoryBot.Core.Answering.EvidenceSearch.Words;

/// <summary>A word of a <see cref="Vocabulary"/>. The counters change only while the index is built.</summary>
internal sealed class WordEntry(string text, int stem, bool isStop, int[] grams)
{
    private string? _polarStem;

    /// <summary>The word, lower case.</summary>
    public string Text { get; } = text;

    /// <summary>The number of its stem.</summary>
    public int Stem { get; } = stem;

    /// <summary>Whether ranking passes over it.</summary>
    public bool IsStop { get; } = isStop;

    /// <summary>The numbers of its character grams, in order; one can occur twice.</summary>
    public int[] Grams { get; } = grams;

    /// <summary>One bit for each letter that it holds, to pass over words that cannot be misspellings of each other.</summary>
    public uint Letters { get; } = Querying.SpellingNeighbours.Letters(text);

    /// <summary>Its stem in the lexicon of opposites, worked out when it is first asked for.</summary>
    public string PolarStem => _polarStem ??= Language.Words.Stem(Text);

    /// <summary>How often it stands inside a sentence.</summary>
    public int Inside { get; set; }

    /// <summary>How often it stands inside a sentence with a capital letter.</summary>
    public int Capitalised { get; set; }

    /// <summary>
    /// Whether it is a name, number, date or unit: such a word matches exactly or not at all. A name is a word that
    /// is capitalised in four of five uses inside sentences.
    /// </summary>
    public bool IsExact => char.IsAsciiDigit(Text[0])
        || Text[0] == EntityWords.Mark
        || WordLists.Exact.Contains(Text)
        || IsName;

    /// <summary>Whether it is capitalised in at least four of five uses inside sentences.</summary>
    public bool IsName => Capitalised > 0 && Capitalised * 5 >= Inside * 4;
}

/// <summary>A stem: its words and how many documents hold one of them.</summary>
internal sealed class StemEntry(string text)
{
    /// <summary>The stem.</summary>
    public string Text { get; } = text;

    /// <summary>The numbers of its words.</summary>
    public List<int> Words { get; } = [];

    /// <summary>How many documents hold one of them.</summary>
    public int Documents { get; set; }
}

/// <summary>A character gram: its words and how many documents hold one of them.</summary>
internal sealed class GramEntry(ulong code)
{
    /// <summary>Its characters, 16 bits each.</summary>
    public ulong Code { get; } = code;

    /// <summary>The numbers of the words that hold it, each once.</summary>
    public List<int> Words { get; } = [];

    /// <summary>How many documents hold one of them.</summary>
    public int Documents { get; set; }
}
