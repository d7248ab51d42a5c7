using System.Numerics;
using System.Runtime.InteropServices;

namespace StoryBot.Core.Answering.EvidenceSearch.Vectors;

/// <summary>Sums over vectors of single-precision numbers.</summary>
internal static class VectorMath
{
    /// <summary>The dot product of two vectors of one length.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var lefts = MemoryMarshal.Cast<float, Vector<float>>(left);
        var rights = MemoryMarshal.Cast<float, Vector<float>>(right);
        var (even, odd) = (Vector<float>.Zero, Vector<float>.Zero);
        var i = 0;
        for (; i + 1 < lefts.Length && i + 1 < rights.Length; i += 2)
        {
            even += lefts[i] * rights[i];
            odd += lefts[i + 1] * rights[i + 1];
        }

        var total = Vector.Sum(even + odd);
        for (var j = i * Vector<float>.Count; j < left.Length && j < right.Length; j++)
        {
            total += left[j] * right[j];
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

    /// <summary>Scales a vector to length 1; one of length 0 stays.</summary>
    public static void Normalise(Span<float> vector)
    {
        var length = MathF.Sqrt(Dot(vector, vector));
        if (length > 1e-6f)
        {
            Scale(vector, 1 / length);
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
