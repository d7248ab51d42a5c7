using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>
/// The words of every document in order, as numbers of the vocabulary, for rescoring without reading its text again.
/// A sentence starts with two numbers: its field as <c>-1 - field</c>, and the bits of its sentence vector's length.
/// Safe to share between threads.
/// </summary>
internal abstract class WordStore : IDisposable
{
    /// <summary>The numbers of one document; <paramref name="buffer"/> is room that the caller keeps between calls.</summary>
    public abstract ReadOnlySpan<int> Read(in DocumentEntry document, ref int[] buffer);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what is open.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>Words held in memory.</summary>
internal sealed class MemoryWordStore(int[] words) : WordStore
{
    /// <inheritdoc/>
    public override ReadOnlySpan<int> Read(in DocumentEntry document, ref int[] buffer) =>
        words.AsSpan((int)document.Start, document.Size);
}

/// <summary>Words read from a file when they are asked for.</summary>
internal sealed class FileWordStore(string path) : WordStore
{
    private readonly SafeFileHandle _file = File.OpenHandle(path, options: FileOptions.RandomAccess);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Read(in DocumentEntry document, ref int[] buffer)
    {
        if (buffer.Length < document.Size)
        {
            buffer = new int[document.Size * 2];
        }

        var words = buffer.AsSpan(0, document.Size);
        var bytes = MemoryMarshal.AsBytes(words);
        var read = RandomAccess.Read(_file, bytes, document.Start * sizeof(int));
        return read == bytes.Length
            ? words
            : throw new EndOfStreamException("The search index is cut short; delete it, and it is built again.");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }
}
