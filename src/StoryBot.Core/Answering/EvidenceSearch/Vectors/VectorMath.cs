using System.Numerics;

namespace StoryBot.Core.Answering.EvidenceSearch.Vectors;

/// <summary>Sums over vectors of single-precision numbers.</summary>
internal static class VectorMath
{
    /// <summary>The dot product of two vectors of one length.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var width = Vector<float>.Count;
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= left.Length - width; i += width)
        {
            sum += new Vector<float>(left[i..]) * new Vector<float>(right[i..]);
        }

        var total = Vector.Sum(sum);
        for (; i < left.Length; i++)
        {
            total += left[i] * right[i];
        }

        return total;
    }

    /// <summary>Adds <paramref name="factor"/> times the second vector to the first.</summary>
    public static void Add(Span<float> target, ReadOnlySpan<float> vector, float factor)
    {
        var width = Vector<float>.Count;
        var i = 0;
        for (; i <= target.Length - width; i += width)
        {
            (new Vector<float>(target[i..]) + (new Vector<float>(vector[i..]) * factor)).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] += vector[i] * factor;
        }
    }

    /// <summary>Multiplies a vector.</summary>
    public static void Scale(Span<float> vector, float factor)
    {
        foreach (ref var value in vector)
        {
            value *= factor;
        }
    }
}
