using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;

namespace StoryBot.Core.Answering.EvidenceSearch.Words;

/// <summary>Porter's stemmer for one word at a time, as Lucene's English analysis has it. Not safe to share between threads.</summary>
#pragma warning disable CA1001 // The streams hold a word in memory: there is nothing to release.
internal sealed class WordStemmer
{
    private readonly OneWord _input = new();
    private readonly PorterStemFilter _filter;
    private readonly ICharTermAttribute _term;

    public WordStemmer()
    {
        _filter = new PorterStemFilter(_input);
        _term = _filter.GetAttribute<ICharTermAttribute>();
    }

    /// <summary>The stem of a lower-case word.</summary>
    public string Stem(string word)
    {
        // Porter's rules are for English letters: on "4o" or "5.6" they have nothing to say.
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower))
        {
            return word;
        }

        _input.Word = word;
        _filter.IncrementToken();
        return _term.ToString()!;
    }

    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute _term;

        public OneWord() => _term = AddAttribute<ICharTermAttribute>();

        public string Word { get; set; } = string.Empty;

        public override bool IncrementToken()
        {
            ClearAttributes();
            _term.SetEmpty().Append(Word);
            return true;
        }
    }
}
