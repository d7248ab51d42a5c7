using System.Text;
using Microsoft.Win32.SafeHandles;

namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>Passages that stand in a file and are read when asked for. The file stays open as long as the catalog lives.</summary>
internal sealed class StoredPassageCatalog(SafeFileHandle file, PassageIndex index) : PassageCatalog
{
    private const int BatchBytes = 1 << 20;

    /// <summary>Where each passage stands.</summary>
    public PassageIndex Index => index;

    /// <inheritdoc/>
    public override int Count => index.Count;

    /// <inheritdoc/>
    public override IEnumerable<Passage> All()
    {
        var batch = Array.Empty<byte>();
        var batchStart = 0L;
        foreach (var (id, offset, length) in index.All())
        {
            if (offset + length > batchStart + batch.Length)
            {
                batch = Read(offset, (int)Math.Min(Math.Max(BatchBytes, length), index.Length - offset));
                batchStart = offset;
            }

            yield return new Passage(id, Encoding.UTF8.GetString(batch, (int)(offset - batchStart), length));
        }
    }

    /// <inheritdoc/>
    public override Passage? Find(PassageId id) =>
        index.Find(id) is var (offset, length)
            ? new Passage(id, Encoding.UTF8.GetString(Read(offset, length)))
            : null;

    private byte[] Read(long offset, int length)
    {
        var bytes = new byte[length];
        var read = 0;
        while (read < length)
        {
            var count = RandomAccess.Read(file, bytes.AsSpan(read), offset + read);
            if (count == 0)
            {
                throw new EndOfStreamException("A file of passages is shorter than when it was written.");
            }

            read += count;
        }

        return bytes;
    }
}
