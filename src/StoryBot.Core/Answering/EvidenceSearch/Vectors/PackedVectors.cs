using System.Numerics;
using System.Runtime.InteropServices;

namespace StoryBot.Core.Answering.EvidenceSearch.Vectors;

/// <summary>
/// Arithmetic on vectors of small whole numbers, padded with zeros to <see cref="Size"/>. A word's numbers go from -8
/// to 7 and a sentence's from -31 to 31, so that no sum of 100 products leaves 16 bits.
/// </summary>
internal static class PackedVectors
{
    /// <summary>The room of a padded vector: a multiple of every register's width.</summary>
    public const int Size = 128;

    /// <summary>The largest number of a packed sentence vector.</summary>
    public const int SentenceLimit = 31;

    /// <summary>Widens a word's numbers to 16 bits.</summary>
    public static void Widen(ReadOnlySpan<sbyte> word, Span<short> wide)
    {
        var narrow = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(word);
        var target = MemoryMarshal.Cast<short, Vector<short>>(wide);
        for (var i = 0; i < narrow.Length; i++)
        {
            Vector.Widen(narrow[i], out target[2 * i], out target[(2 * i) + 1]);
        }
    }

    /// <summary>The dot product of two widened vectors.</summary>
    public static int Dot(ReadOnlySpan<short> left, ReadOnlySpan<short> right)
    {
        var lefts = MemoryMarshal.Cast<short, Vector<short>>(left);
        var rights = MemoryMarshal.Cast<short, Vector<short>>(right);
        var sum = Vector<short>.Zero;
        for (var i = 0; i < lefts.Length && i < rights.Length; i++)
        {
            sum += lefts[i] * rights[i];
        }

        Vector.Widen(sum, out var low, out var high);
        return Vector.Sum(low + high);
    }

    /// <summary>Packs a vector of length 1 and returns what one unit stands for.</summary>
    public static float Pack(ReadOnlySpan<float> sentence, Span<short> packed)
    {
        packed.Clear();
        var largest = 1e-9f;
        foreach (var value in sentence)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        for (var i = 0; i < sentence.Length; i++)
        {
            packed[i] = (short)MathF.Round(sentence[i] / largest * SentenceLimit);
        }

        return largest / SentenceLimit;
    }
}
