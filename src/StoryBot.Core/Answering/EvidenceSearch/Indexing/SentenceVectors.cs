using System.Runtime.InteropServices;
using StoryBot.Core.Answering.EvidenceSearch.Vectors;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>
/// A vector for each sentence of a small pack, to find the documents nearest to a query that shares no word with
/// them. Grows while an index is built; read-only after that.
/// </summary>
internal sealed class SentenceVectors(int dimensions)
{
    private readonly List<float> _values = [];
    private readonly List<int> _documents = [];

    /// <summary>Adds a sentence of a document. Documents come in order.</summary>
    public void Add(int document, ReadOnlySpan<float> sentence, float length)
    {
        if (length <= 0)
        {
            return;
        }

        CollectionsMarshal.SetCount(_values, _values.Count + dimensions);
        var vector = CollectionsMarshal.AsSpan(_values)[^dimensions..];
        sentence.CopyTo(vector);
        VectorMath.Scale(vector, 1 / length);
        _documents.Add(document);
    }

    /// <summary>The numbers of the documents with the sentences nearest to a vector of length 1, at most this many.</summary>
    public IReadOnlyCollection<int> Nearest(ReadOnlySpan<float> vector, int count)
    {
        var values = CollectionsMarshal.AsSpan(_values);
        var nearest = new PriorityQueue<int, float>(count + 1);
        for (var i = 0; i < _documents.Count;)
        {
            var (document, best) = (_documents[i], float.MinValue);
            for (; i < _documents.Count && _documents[i] == document; i++)
            {
                best = Math.Max(best, VectorMath.Dot(values.Slice(i * dimensions, dimensions), vector));
            }

            if (nearest.Count < count)
            {
                nearest.Enqueue(document, best);
            }
            else if (nearest.TryPeek(out _, out var least) && best > least)
            {
                nearest.DequeueEnqueue(document, best);
            }
        }

        return [.. nearest.UnorderedItems.Select(item => item.Element)];
    }
}
