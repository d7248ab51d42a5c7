using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// A SHA-256 over a series of values. Every text carries its length, so that moving a letter from one value to the next
/// gives another hash.
/// </summary>
internal sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Takes a text; null and empty differ.</summary>
    public ContentHash Add(string? text)
    {
        if (text is null)
        {
            return Add(-1);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        _hash.AppendData(bytes);
        return this;
    }

    /// <summary>Takes a number.</summary>
    public ContentHash Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        _hash.AppendData(bytes);
        return this;
    }

    /// <summary>Takes a moment with its offset, to the tick.</summary>
    public ContentHash Add(DateTimeOffset? moment) =>
        moment is { } value ? Add(value.Ticks).Add(value.Offset.Ticks) : Add(-1);

    /// <summary>Takes a date with its precision.</summary>
    public ContentHash Add(StoryDate? date) =>
        date is { } value ? Add((long)value.Precision).Add(value.Start) : Add(-1);

    /// <summary>Takes a list of texts.</summary>
    public ContentHash Add(IReadOnlyList<string> texts)
    {
        Add(texts.Count);
        foreach (var text in texts)
        {
            Add(text);
        }

        return this;
    }

    /// <summary>The hash as 64 lower-case hexadecimal characters; starts anew.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
