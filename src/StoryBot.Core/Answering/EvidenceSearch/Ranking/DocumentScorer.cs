using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Querying;

namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>
/// Reads a document's words once and works out its signals for one query. Holds its working room between documents:
/// one thread at a time.
/// </summary>
internal sealed class DocumentScorer(EvidenceIndex index)
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;
    private const int Window = 8;

    private readonly QueryMatches _matches = new(index);
    private readonly SentenceTally _sentences = new();
    private readonly float[] _counts = new float[SearchTerms.Limit];
    private readonly float[] _substitutes = new float[SearchTerms.Limit];
    private readonly float[] _pairs = new float[SearchTerms.Limit];
    private readonly double[] _pairRarity = new double[SearchTerms.Limit];
    private readonly int[] _nearest = new int[SearchTerms.Limit];
    private readonly int[] _lastSeen = new int[SearchTerms.Limit];
    private float[] _grams = new float[256];
    private int[] _buffer = new int[1024];
    private SearchTerms _terms = SearchTerms.Empty;

    /// <summary>Starts a query.</summary>
    public void Start(SearchTerms terms)
    {
        _terms = terms;
        _matches.Start(terms);
        _sentences.Start(terms);
        if (_grams.Length < _matches.Grams.Length)
        {
            _grams = new float[_matches.Grams.Length * 2];
        }

        for (var i = 1; i < terms.Terms.Count; i++)
        {
            var (first, second) = (terms.Terms[i - 1].Stem, terms.Terms[i].Stem);
            _pairRarity[i] = terms.Terms[i].FollowsPrevious && first >= 0 && second >= 0
                ? index.Rarity(index.Pairs.Cells[index.Pairs.Cell(first, second)])
                : 0;
        }
    }

    /// <summary>The words of a document.</summary>
    public ReadOnlySpan<int> Read(in DocumentEntry document) => index.Words.Read(document, ref _buffer);

    /// <summary>The signals of a document.</summary>
    public DocumentSignals Score(in DocumentEntry document)
    {
        var count = _terms.Terms.Count;
        _counts.AsSpan(0, count).Clear();
        _substitutes.AsSpan(0, count).Clear();
        _pairs.AsSpan(0, count).Clear();
        _nearest.AsSpan(0, count).Fill(int.MaxValue);
        _grams.AsSpan(0, _matches.Grams.Length).Clear();
        _sentences.Clear();
        ReadWords(Read(document));
        return Combine(document);
    }

    /// <summary>Reads a document that was scored once more, for the judgement on it.</summary>
    public EvidenceReading Inspect(in DocumentEntry document, in DocumentSignals signals)
    {
        var (inSentence, inDocument) = (new float[_terms.Terms.Count], new float[_terms.Terms.Count]);
        var words = Read(document);
        var (sentence, seen) = (new List<int>(), new HashSet<int>());
        var (isBest, isContext) = (false, false);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] < 0)
            {
                isBest = i == signals.BestSentence;
                isContext = (DocumentField)(-1 - words[i]) is not (DocumentField.Main or DocumentField.Evidence);
                i++;
                continue;
            }

            seen.Add(words[i]);
            if (isBest)
            {
                sentence.Add(words[i]);
            }

            for (var link = _matches[words[i]].Terms; link >= 0; link = _matches.Link(link).Next)
            {
                var (term, share, _) = _matches.Link(link);
                inDocument[term] = Math.Max(inDocument[term], share);
                inSentence[term] = isBest || isContext ? Math.Max(inSentence[term], share) : inSentence[term];
            }
        }

        return new EvidenceReading(signals, inSentence, inDocument, [.. sentence], seen);
    }

    private void ReadWords(ReadOnlySpan<int> words)
    {
        var weight = 1f;
        var previousTerm = -1;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] < 0)
            {
                var field = (DocumentField)(-1 - words[i]);
                weight = FieldWeights.Of(field);
                _sentences.Begin(field, i, BitConverter.Int32BitsToSingle(words[i + 1]));
                _lastSeen.AsSpan(0, _terms.Terms.Count).Fill(int.MinValue / 2);
                previousTerm = -1;
                i++;
                continue;
            }

            ref readonly var match = ref _matches[words[i]];
            _sentences.AddProjection(match.Projection);
            for (var link = match.Grams; link >= 0; link = _matches.Link(link).Next)
            {
                _grams[_matches.Link(link).Target] += weight;
            }

            for (var link = match.Similar; link >= 0; link = _matches.Link(link).Next)
            {
                _sentences.AddSimilar(_matches.Link(link).Target, _matches.Link(link).Share);
            }

            previousTerm = match.Terms < 0 ? -1 : Count(match.Terms, weight, i, previousTerm);
        }

        _sentences.End();
    }

    private int Count(int chain, float weight, int position, int previousTerm)
    {
        var exact = -1;
        for (var link = chain; link >= 0; link = _matches.Link(link).Next)
        {
            var (term, share, _) = _matches.Link(link);
            _sentences.AddMatch(term, share);
            if (share < 1 || exact >= 0)
            {
                _substitutes[term] += weight * share;
                continue;
            }

            exact = term;
            _counts[term] += weight;
            if (previousTerm >= 0 && previousTerm == term - 1)
            {
                _pairs[term] += weight;
            }

            Near(term, position);
        }

        return exact;
    }

    private void Near(int term, int position)
    {
        _lastSeen[term] = position;
        if (term > 0)
        {
            _nearest[term] = Math.Min(_nearest[term], position - _lastSeen[term - 1]);
        }

        if (term + 1 < _terms.Terms.Count)
        {
            _nearest[term + 1] = Math.Min(_nearest[term + 1], position - _lastSeen[term + 1]);
        }
    }

    private DocumentSignals Combine(in DocumentEntry document)
    {
        var signals = _sentences.Best();
        var norm = K1 * (1 - B + (B * document.Length / index.AverageLength));
        double nearness = 0, nearnessLimit = 0, held = 0;
        for (var i = 0; i < _terms.Terms.Count; i++)
        {
            var term = _terms.Terms[i];
            var count = Math.Max(_counts[i], _substitutes[i]);
            signals.Words += term.Count * term.Rarity * Saturate(count, norm);
            held += count > 0 ? term.Rarity * term.Count : 0;
            signals.Pairs += _pairRarity[i] * Saturate(_pairs[i], norm);
            if (i > 0)
            {
                var rarity = term.Rarity + _terms.Terms[i - 1].Rarity;
                nearnessLimit += rarity;
                nearness += _nearest[i] <= Window ? rarity / _nearest[i] : 0;
            }
        }

        var gramNorm = K1 * (1 - B + (B * document.GramLength / index.AverageGramLength));
        var grams = _matches.Grams;
        for (var i = 0; i < grams.Length; i++)
        {
            signals.Grams += grams[i].Count * grams[i].Rarity * Saturate(_grams[i], gramNorm);
        }

        signals.Nearness = nearnessLimit > 0 ? nearness / nearnessLimit : 0;
        signals.Held = _terms.Rarity > 0 ? held / _terms.Rarity : 0;
        return signals;
    }

    private static double Saturate(double count, double norm) => count > 0 ? count * (K1 + 1) / (count + norm) : 0;
}
