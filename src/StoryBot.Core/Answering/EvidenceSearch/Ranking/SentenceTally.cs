using System.Runtime.InteropServices;
using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Querying;

namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>
/// Tallies, sentence by sentence, which of a query's terms a document holds. Titles, names, topics and roles are
/// context: they count for every sentence of the document. One thread at a time.
/// </summary>
internal sealed class SentenceTally
{
    private const float RoleShare = 0.6f;

    private readonly float[] _context = new float[SearchTerms.Limit];
    private readonly List<float> _exact = [];
    private readonly List<float> _similar = [];
    private readonly List<int> _starts = [];
    private SearchTerms _terms = SearchTerms.Empty;
    private int _count;
    private bool _inContext;
    private float _contextShare;
    private double _projection;
    private double _norm;
    private double _bestVector;

    /// <summary>Starts a query.</summary>
    public void Start(SearchTerms terms)
    {
        _terms = terms;
        _count = terms.Terms.Count;
    }

    /// <summary>Starts a document.</summary>
    public void Clear()
    {
        _context.AsSpan(0, _count).Clear();
        _exact.Clear();
        _similar.Clear();
        _starts.Clear();
        (_projection, _norm, _bestVector) = (0, 0, 0);
    }

    /// <summary>Starts a sentence.</summary>
    /// <param name="field">Its field.</param>
    /// <param name="start">Where it starts among the document's words.</param>
    /// <param name="norm">The length of its vector.</param>
    public void Begin(DocumentField field, int start, float norm)
    {
        End();
        (_projection, _norm) = (0, norm);
        _inContext = field is not (DocumentField.Main or DocumentField.Evidence);
        _contextShare = field == DocumentField.Roles ? RoleShare : 1;
        if (!_inContext)
        {
            _starts.Add(start);
            CollectionsMarshal.SetCount(_exact, _starts.Count * _count);
            CollectionsMarshal.SetCount(_similar, _starts.Count * _count);
            Last(_exact).Clear();
            Last(_similar).Clear();
        }
    }

    /// <summary>Adds a word's part of the sentence's similarity.</summary>
    public void AddProjection(float projection) => _projection += projection;

    /// <summary>Tallies a word that matches a term.</summary>
    public void AddMatch(int term, float share) =>
        Raise(_inContext ? _context : Last(_exact), term, _inContext ? share * _contextShare : share);

    /// <summary>Tallies a word that is similar to a term.</summary>
    public void AddSimilar(int term, float share)
    {
        if (!_inContext)
        {
            Raise(Last(_similar), term, share);
        }
    }

    /// <summary>Ends the last sentence.</summary>
    public void End()
    {
        if (_norm > 0)
        {
            _bestVector = Math.Max(_bestVector, _projection / _norm);
        }
    }

    /// <summary>The signals of the best sentences.</summary>
    public DocumentSignals Best()
    {
        var signals = new DocumentSignals { Vectors = _bestVector, BestSentence = -1 };
        if (_terms.Importance <= 0)
        {
            return signals;
        }

        for (var i = 0; i < _count; i++)
        {
            signals.Anywhere += _terms.Terms[i].Importance * Anywhere(i) / _terms.Importance;
        }

        for (var sentence = 0; sentence < _starts.Count; sentence++)
        {
            Add(sentence, ref signals);
        }

        return signals;
    }

    private float Anywhere(int term)
    {
        var most = _context[term];
        for (var i = term; i < _exact.Count; i += _count)
        {
            most = Math.Max(most, Math.Max(_exact[i], _similar[i]));
        }

        return most;
    }

    private void Add(int sentence, ref DocumentSignals signals)
    {
        double covered = 0, similar = 0;
        for (var i = 0; i < _count; i++)
        {
            var exact = Math.Max(_exact[(sentence * _count) + i], _context[i]);
            covered += _terms.Terms[i].Importance * exact;
            similar += _terms.Terms[i].Importance * Math.Max(exact, _similar[(sentence * _count) + i]);
        }

        if (signals.BestSentence < 0 || covered / _terms.Importance > signals.Coverage)
        {
            signals.Coverage = covered / _terms.Importance;
            signals.BestSentence = _starts[sentence];
        }

        signals.Similar = Math.Max(signals.Similar, similar / _terms.Importance);
    }

    private Span<float> Last(List<float> list) => CollectionsMarshal.AsSpan(list).Slice((_starts.Count - 1) * _count, _count);

    private static void Raise(Span<float> shares, int term, float share) => shares[term] = Math.Max(shares[term], share);
}
