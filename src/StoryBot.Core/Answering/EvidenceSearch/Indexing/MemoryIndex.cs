using Lucene.Net.Store;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>Builds the index of a small pack, in memory.</summary>
internal static class MemoryIndex
{
    /// <summary>Reads the snapshot's records and passages.</summary>
    public static EvidenceIndex Build(KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        var builder = new IndexBuilder(snapshot.Story.Entities, snapshot.Records.Count + snapshot.Passages.Count);
        var directory = new RAMDirectory();
        var words = new List<int>();
        using (var writer = new LuceneWriter(directory, builder.Vocabulary, bufferMegabytes: 16))
        {
            foreach (var document in new DocumentSource(snapshot).All())
            {
                cancellationToken.ThrowIfCancellationRequested();
                builder.Add(document);
                writer.Add(builder.Documents.Count - 1, document, builder.Words);
                words.AddRange(builder.Words);
            }

            writer.Commit();
        }

        return new EvidenceIndex(
            builder.Vocabulary,
            builder.Vectors,
            builder.Entities,
            builder.Pairs,
            [.. builder.Documents],
            new MemoryWordStore([.. words]),
            snapshot.Records.Any(record => record.Embargo is not null),
            directory);
    }
}
