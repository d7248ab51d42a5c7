using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Lucene.Net.Store;
using StoryBot.Core.Knowledge.Snapshots;
using Directory = System.IO.Directory;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>
/// The index of a large pack in a folder of its own, named after the snapshot. It is built beside its place and moved
/// there when it is complete, so that a reader never meets half an index; of two builders at once, the second throws
/// its work away and takes the first's.
/// </summary>
internal static class DiskIndex
{
    private const string PartsFile = "parts.bin";
    private const string WordsFile = "words.bin";
    private const string LuceneFolder = "lucene";
    private const int KeptIndexes = 4;

    /// <summary>Opens the snapshot's index, building it first where there is none or where it cannot be read.</summary>
    public static EvidenceIndex Open(KnowledgeSnapshot snapshot, string cache, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(cache);
        var folder = Path.Combine(cache, $"{snapshot.Id}-{IndexFile.Version}");
        if (Directory.Exists(folder))
        {
            try
            {
                return Read(folder, snapshot);
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Publish(folder, snapshot, cancellationToken);
        Prune(cache, folder);
        return Read(folder, snapshot);
    }

    private static void Publish(string folder, KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var building = $"{folder}.{Guid.NewGuid():N}.building";
        try
        {
            Directory.CreateDirectory(building);
            Build(building, snapshot, cancellationToken);
            Directory.Move(building, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Somebody else was faster.
        }
        finally
        {
            if (Directory.Exists(building))
            {
                Directory.Delete(building, recursive: true);
            }
        }
    }

    private static void Build(string folder, KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var builder = new IndexBuilder(snapshot.Story.Entities, snapshot.Records.Count + snapshot.Passages.Count);
        using (var directory = FSDirectory.Open(Path.Combine(folder, LuceneFolder)))
        using (var words = new BufferedStream(File.Create(Path.Combine(folder, WordsFile)), 1 << 20))
        using (var lucene = new LuceneWriter(directory, bufferMegabytes: 96))
        using (var queue = new BlockingCollection<StemmedDocument>(boundedCapacity: 1024))
        {
            // Two threads: this one reads words, the other inverts them.
            var inverting = Task.Run(() => Invert(queue, lucene), CancellationToken.None);
            try
            {
                foreach (var document in new DocumentSource(snapshot).All())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    builder.Add(document);
                    words.Write(MemoryMarshal.AsBytes(builder.Words));
                    queue.Add(builder.Stemmed(document), cancellationToken);
                }
            }
            finally
            {
                queue.CompleteAdding();
                inverting.Wait(CancellationToken.None);
            }

            lucene.Commit();
        }

        IndexFile.Write(Path.Combine(folder, PartsFile), builder.Finish());
    }

    private static void Invert(BlockingCollection<StemmedDocument> queue, LuceneWriter lucene)
    {
        foreach (var document in queue.GetConsumingEnumerable())
        {
            lucene.Add(document);
        }
    }

    private static EvidenceIndex Read(string folder, KnowledgeSnapshot snapshot)
    {
        var parts = IndexFile.Read(Path.Combine(folder, PartsFile), snapshot.Story.Entities);
        var words = new FileWordStore(Path.Combine(folder, WordsFile));
        return new EvidenceIndex(parts, words, HasEmbargoes(snapshot), FSDirectory.Open(Path.Combine(folder, LuceneFolder)));
    }

    private static bool HasEmbargoes(KnowledgeSnapshot snapshot) => snapshot.Records.Any(record => record.Embargo is not null);

    // Every edit of a pack makes a new snapshot: the oldest indexes go. One that is in use elsewhere may refuse to.
    private static void Prune(string cache, string newest)
    {
        var others = new DirectoryInfo(cache).EnumerateDirectories($"*-{IndexFile.Version}")
            .Where(folder => folder.FullName != Path.GetFullPath(newest))
            .OrderByDescending(folder => folder.CreationTimeUtc)
            .Skip(KeptIndexes - 1);
        foreach (var folder in others)
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
                continue;
            }
        }
    }
}
