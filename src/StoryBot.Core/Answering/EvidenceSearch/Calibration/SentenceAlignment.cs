using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Querying;
using StoryBot.Core.Answering.EvidenceSearch.Ranking;
using StoryBot.Core.Answering.EvidenceSearch.Words;

namespace StoryBot.Core.Answering.EvidenceSearch.Calibration;

/// <summary>
/// Lays a query's terms beside the sentence that comes closest, and finds where another word stands in a term's
/// place: "open system" asked, "closed system" written.
/// </summary>
internal sealed class SentenceAlignment
{
    private const int Reach = 3;

    private readonly EvidenceIndex _index;
    private readonly SearchTerms _terms;
    private readonly EvidenceReading _reading;
    private readonly int[] _positions;

    public SentenceAlignment(EvidenceIndex index, SearchTerms terms, EvidenceReading reading)
    {
        (_index, _terms, _reading) = (index, terms, reading);
        _positions = new int[terms.Terms.Count];
        for (var i = 0; i < _positions.Length; i++)
        {
            _positions[i] = Array.FindIndex(reading.Sentence, word => index.Vocabulary[word].Stem == terms.Terms[i].Stem);
            if (_positions[i] < 0 || terms.Terms[i].Stem < 0)
            {
                _positions[i] = -1;
                continue;
            }

            Matched++;
            Verbatim += reading.Sentence.Any(word => index.Vocabulary[word].Text == terms.Terms[i].Text) ? 1 : 0;
        }

        Align();
    }

    /// <summary>How many terms stand in the sentence.</summary>
    public int Matched { get; }

    /// <summary>How many of those stand there in the query's very form.</summary>
    public int Verbatim { get; }

    /// <summary>The largest rarity of a replaced term.</summary>
    public double ReplacedRarity { get; private set; }

    /// <summary>The longest run of terms that stand in the sentence, in a row in the query.</summary>
    public int LongestRun { get; private set; }

    /// <summary>Whether the term's own word stands in the sentence.</summary>
    public bool Holds(int term) => _positions[term] >= 0;

    private void Align()
    {
        var run = 0;
        for (var i = 0; i < _positions.Length; i++)
        {
            run = _positions[i] >= 0 ? run + 1 : 0;
            LongestRun = Math.Max(LongestRun, run);
            if (_positions[i] < 0 && _reading.InSentence[i] == 0)
            {
                Replace(i);
            }
        }
    }

    private void Replace(int term)
    {
        var next = term + 1 < _positions.Length ? _positions[term + 1] : -1;
        var previous = term > 0 ? _positions[term - 1] : -1;
        var isReplaced = next >= 0 && _terms.Terms[term + 1].FollowsPrevious ? IsUnasked(next - 1, -1, 1)
            : previous >= 0 && _terms.Terms[term].FollowsPrevious ? IsUnasked(previous + 1, 1, 1)
            : next >= 0 ? IsUnasked(next - 1, -1, Reach)
            : previous >= 0 && IsUnasked(previous + 1, 1, Reach);
        if (isReplaced)
        {
            ReplacedRarity = Math.Max(ReplacedRarity, _terms.Terms[term].Rarity);
        }
    }

    // Whether the nearest content word from here on is one that the query does not have.
    private bool IsUnasked(int from, int step, int reach)
    {
        for (var i = 0; i < reach; i++, from += step)
        {
            if (from < 0 || from >= _reading.Sentence.Length)
            {
                return false;
            }

            var word = _index.Vocabulary[_reading.Sentence[from]];
            if (!word.IsStop && !WordLists.Asking.Contains(word.Text))
            {
                return !_terms.Terms.Any(term => term.Stem == word.Stem);
            }
        }

        return false;
    }
}
