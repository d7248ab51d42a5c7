using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace StoryBot.Core.Answering.EvidenceSearch.Vectors;

/// <summary>
/// A table of static word vectors: 60,000 English words by frequency, 100 dimensions, 4 bits each, derived from GloVe
/// (its notice lies beside the data). For ranking only: opposites lie as close as synonyms, so it must never decide
/// support, polarity or abstention. Immutable and safe to share between threads.
/// </summary>
internal sealed class WordVectors
{
    private const string Resource = "StoryBot.Core.Answering.EvidenceSearch.Vectors.glove100-60k-int4.bin";
    private const int HeaderSize = 20;

    private static readonly Lazy<WordVectors> Instance = new(Open);

    private readonly byte[] _data;
    private readonly int _scales;
    private readonly int _codes;
    private readonly int _text;
    private readonly int[] _wordStarts;
    private readonly int[] _slots;
    private readonly float[] _common;

    private WordVectors(byte[] data)
    {
        if (!data.AsSpan(0, 4).SequenceEqual("GLV1"u8) || ReadInt(data, 12) != 4)
        {
            throw new InvalidDataException("The word vectors are not a 4-bit GLV1 table.");
        }

        _data = data;
        Count = ReadInt(data, 4);
        Dimensions = ReadInt(data, 8);
        _scales = HeaderSize + (Count * 2);
        _codes = _scales + (Count * 2);
        _text = _codes + (Count * Dimensions / 2);
        _wordStarts = new int[Count + 1];
        _slots = new int[1 << 17];
        IndexWords();
        _common = new float[Dimensions];
        ReadCommonDirection();
    }

    /// <summary>The built-in table, read on first use.</summary>
    public static WordVectors BuiltIn => Instance.Value;

    /// <summary>How many words it has.</summary>
    public int Count { get; }

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions { get; }

    /// <summary>
    /// The direction, of length 1, in which sentence vectors point on average: the expected weighted sum over the
    /// commonest words. It says nothing of what a sentence is about.
    /// </summary>
    public ReadOnlySpan<float> CommonDirection => _common;

    /// <summary>The words, the commonest first.</summary>
    public IEnumerable<string> Words => Enumerable.Range(0, Count).Select(row => Encoding.UTF8.GetString(Word(row)));

    /// <summary>The row of a lower-case word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (word.Length > bytes.Length || !Encoding.UTF8.TryGetBytes(word, bytes, out var length))
        {
            return -1;
        }

        bytes = bytes[..length];
        for (var slot = Hash(bytes); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var row = _slots[slot] - 1;
            if (Word(row).SequenceEqual(bytes))
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>The smooth-inverse-frequency weight a / (a + p) of a row, from 0 (the commonest) to 1.</summary>
    public float Weight(int row)
    {
        const double A = 1e-3;
        var p = Probability(row);
        return (float)(A / (A + p));
    }

    /// <summary>What one unit of a row's numbers stands for.</summary>
    public float Scale(int row) => (float)BinaryPrimitives.ReadHalfLittleEndian(_data.AsSpan(_scales + (row * 2)));

    /// <summary>Writes the row's numbers, from -8 to 7, and returns the length of the vector that they make.</summary>
    public float ReadCodes(int row, Span<sbyte> target)
    {
        var codes = _data.AsSpan(_codes + (row * Dimensions / 2), Dimensions / 2);
        var sum = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            var low = (codes[i] & 15) - 8;
            var high = (codes[i] >> 4) - 8;
            target[2 * i] = (sbyte)low;
            target[(2 * i) + 1] = (sbyte)high;
            sum += (low * low) + (high * high);
        }

        return MathF.Sqrt(sum);
    }

    /// <summary>Adds the row's vector, weighted by its rarity in English and by a factor, to a sentence's.</summary>
    public void AddTo(Span<float> sentence, int row, float factor)
    {
        Span<sbyte> codes = stackalloc sbyte[Dimensions];
        ReadCodes(row, codes);
        factor *= Weight(row) * Scale(row);
        for (var i = 0; i < codes.Length; i++)
        {
            sentence[i] += codes[i] * factor;
        }
    }

    private static WordVectors Open()
    {
        using var stream = typeof(WordVectors).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the assembly.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new WordVectors(data);
    }

    private double Probability(int row) =>
        Math.Exp((double)BinaryPrimitives.ReadHalfLittleEndian(_data.AsSpan(HeaderSize + (row * 2))));

    private void ReadCommonDirection()
    {
        const int CommonWords = 3000;
        for (var row = 0; row < Math.Min(CommonWords, Count); row++)
        {
            AddTo(_common, row, (float)Probability(row));
        }

        VectorMath.Scale(_common, 1 / MathF.Sqrt(VectorMath.Dot(_common, _common)));
    }

    private ReadOnlySpan<byte> Word(int row) =>
        _data.AsSpan(_wordStarts[row], _wordStarts[row + 1] - _wordStarts[row] - 1);

    private void IndexWords()
    {
        var start = _text;
        for (var row = 0; row < Count; row++)
        {
            _wordStarts[row] = start;
            var length = _data.AsSpan(start).IndexOf((byte)'\n');
            length = length < 0 ? _data.Length - start : length;
            var slot = Hash(_data.AsSpan(start, length));
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = row + 1;
            start += length + 1;
        }

        _wordStarts[Count] = start;
    }

    private int Hash(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var b in word)
        {
            hash = (hash ^ b) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(_slots.Length - 1));
    }

    private static int ReadInt(ReadOnlySpan<byte> data, int at) => MemoryMarshal.Read<int>(data[at..]);
}
