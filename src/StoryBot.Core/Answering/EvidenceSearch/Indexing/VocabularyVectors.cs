using StoryBot.Core.Answering.EvidenceSearch.Vectors;
using StoryBot.Core.Answering.EvidenceSearch.Words;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>
/// The word vectors of a vocabulary's own words, unpacked once, so that comparing a query word with them is one pass
/// over memory. Grows with the vocabulary while an index is built; read-only after that.
/// </summary>
internal sealed class VocabularyVectors(WordVectors table)
{
    private readonly List<int> _rows = [];
    private readonly List<float> _weights = [];
    private readonly List<float> _norms = [];
    private float[] _values = [];
    private int _count;

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions => table.Dimensions;

    /// <summary>The table that the vectors come from.</summary>
    public WordVectors Table => table;

    /// <summary>Takes in the words that the vocabulary has gained.</summary>
    public void Extend(Vocabulary vocabulary)
    {
        for (var word = _rows.Count; word < vocabulary.Count; word++)
        {
            var entry = vocabulary[word];
            var row = entry.IsStop ? -1 : table.Find(entry.Text);
            _rows.Add(row < 0 ? -1 : _count);
            if (row < 0)
            {
                continue;
            }

            if (_values.Length < (_count + 1) * Dimensions)
            {
                Array.Resize(ref _values, Math.Max(256, _count * 2) * Dimensions);
            }

            _norms.Add(table.Read(row, _values.AsSpan(_count * Dimensions, Dimensions)));
            _weights.Add(table.Weight(row));
            _count++;
        }
    }

    /// <summary>Takes out of a sentence's vector what all English sentences share.</summary>
    public void RemoveCommon(Span<float> sentence) =>
        VectorMath.Add(sentence, table.CommonDirection, -VectorMath.Dot(sentence, table.CommonDirection));

    /// <summary>The place of a word's vector, or -1.</summary>
    public int Place(int word) => _rows[word];

    /// <summary>The vector at a place, of length 1.</summary>
    public ReadOnlySpan<float> Vector(int place) => _values.AsSpan(place * Dimensions, Dimensions);

    /// <summary>How much the word at a place weighs in a sentence: its rarity in English times the length of its raw vector.</summary>
    public float Weight(int place) => _weights[place] * _norms[place];
}
