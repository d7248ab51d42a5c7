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
        using (var writer = new LuceneWriter(directory, bufferMegabytes: 16))
        {
            foreach (var document in new DocumentSource(snapshot).All())
            {
                cancellationToken.ThrowIfCancellationRequested();
                builder.Add(document);
                writer.Add(builder.Stemmed(document));
                words.AddRange(builder.Words);
            }

            writer.Commit();
        }

        var hasEmbargoes = snapshot.Records.Any(record => record.Embargo is not null);
        return new EvidenceIndex(builder.Finish(), new MemoryWordStore([.. words]), hasEmbargoes, directory);
    }
}
