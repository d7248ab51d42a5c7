using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>Hands Lucene the stems of a document that has been read already.</summary>
internal sealed class StemStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private int _next;

    public StemStream() => _term = AddAttribute<ICharTermAttribute>();

    /// <summary>The stems to hand over.</summary>
    public IReadOnlyList<string> Stems { get; set; } = [];

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_next == Stems.Count)
        {
            return false;
        }

        ClearAttributes();
        _term.SetEmpty().Append(Stems[_next++]);
        return true;
    }
}
