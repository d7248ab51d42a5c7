using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using StoryBot.Core.Answering.EvidenceSearch.Words;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>Hands Lucene the stems of a document that has been read already, without stop words.</summary>
internal sealed class StemStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly List<string> _stems = [];
    private int _next;

    public StemStream() => _term = AddAttribute<ICharTermAttribute>();

    /// <summary>Takes the next document's words, as the <see cref="WordStore"/> keeps them.</summary>
    public void Fill(ReadOnlySpan<int> words, Vocabulary vocabulary)
    {
        _stems.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] < 0)
            {
                i++;
            }
            else if (vocabulary[words[i]] is { IsStop: false } word)
            {
                _stems.Add(vocabulary.Stem(word.Stem).Text);
            }
        }
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_next == _stems.Count)
        {
            return false;
        }

        ClearAttributes();
        _term.SetEmpty().Append(_stems[_next++]);
        return true;
    }
}
