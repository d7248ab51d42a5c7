using System.Runtime.InteropServices;
using StoryBot.Core.Answering.EvidenceSearch.Vectors;
using StoryBot.Core.Answering.EvidenceSearch.Words;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>
/// The word vectors of a vocabulary's own words, unpacked to a byte a number, so that comparing a query with them is
/// one pass over little memory. Grows with the vocabulary while an index is built; read-only after that.
/// </summary>
internal sealed class VocabularyVectors(WordVectors table)
{
    private readonly List<int> _places = [];
    private readonly List<VectorEntry> _entries = [];
    private readonly List<sbyte> _codes = [];

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions => table.Dimensions;

    /// <summary>Takes in the words that the vocabulary has gained.</summary>
    public void Extend(Vocabulary vocabulary)
    {
        for (var word = _places.Count; word < vocabulary.Count; word++)
        {
            var entry = vocabulary[word];
            var row = entry.IsStop ? -1 : table.Find(entry.Text);
            _places.Add(row < 0 ? -1 : _entries.Count);
            if (row >= 0)
            {
                CollectionsMarshal.SetCount(_codes, _codes.Count + PackedVectors.Size);
                var codes = CollectionsMarshal.AsSpan(_codes)[^PackedVectors.Size..];
                codes.Clear();
                _entries.Add(new VectorEntry(table.ReadCodes(row, codes), table.Scale(row) * table.Weight(row)));
            }
        }
    }

    /// <summary>The place of a word's vector, or -1.</summary>
    public int Place(int word) => _places[word];

    /// <summary>The vector at a place, in the table's own units.</summary>
    public ReadOnlySpan<sbyte> Codes(int place) =>
        CollectionsMarshal.AsSpan(_codes).Slice(place * PackedVectors.Size, PackedVectors.Size);

    /// <summary>The length of the vector at a place, in the table's own units.</summary>
    public float Length(int place) => _entries[place].Length;

    /// <summary>What one unit of the word at a place adds to its sentence's vector: scale times rarity in English.</summary>
    public float Weight(int place) => _entries[place].Weight;

    /// <summary>Adds a word's weighted vector to its sentence's.</summary>
    public void AddTo(Span<float> sentence, int place)
    {
        var codes = Codes(place);
        var weight = Weight(place);
        for (var i = 0; i < sentence.Length; i++)
        {
            sentence[i] += codes[i] * weight;
        }
    }

    /// <summary>Takes out of a sentence's vector what all English sentences share.</summary>
    public void RemoveCommon(Span<float> sentence) =>
        VectorMath.Add(sentence, table.CommonDirection, -VectorMath.Dot(sentence, table.CommonDirection));

    private readonly record struct VectorEntry(float Length, float Weight);
}
