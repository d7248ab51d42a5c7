using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using StoryBot.Core.Knowledge.Archive;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Access;

namespace StoryBot.Storage;

/// <summary>Earlier states of the knowledge, kept by all replicas as compressed JSON: some ten kilobytes for a hundred records. Safe to share between threads.</summary>
internal sealed class StoredSnapshotArchive(StoreAccess store, TimeProvider clock) : ISnapshotArchive
{
    /// <inheritdoc/>
    public async ValueTask KeepAsync(KnowledgeSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (story, id) = (snapshot.Story.Id.Value, snapshot.Id.Value);
        if (await store.ReadAsync((context, token) => context.Snapshots.AnyAsync(row => row.Story == story && row.Id == id, token), cancellationToken))
        {
            return;
        }

        var content = Pack(StoreJson.Write(new SnapshotContent(snapshot.Story, snapshot.Sources, snapshot.Records)));
        var now = clock.GetUtcNow().UtcTicks;
        await store.WriteAsync(
            (context, token) => context.Database.ExecuteSqlInterpolatedAsync(
                $"""INSERT INTO "Snapshots" ("Story", "Id", "Content", "KeptAt") VALUES ({story}, {id}, {content}, {now}) ON CONFLICT DO NOTHING""",
                token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<KnowledgeSnapshot?> FindAsync(StoryId story, SnapshotId id, CancellationToken cancellationToken)
    {
        var content = await store.ReadAsync(
            (context, token) => context.Snapshots.Where(row => row.Story == story.Value && row.Id == id.Value).Select(row => row.Content).FirstOrDefaultAsync(token),
            cancellationToken);
        return content is not null && StoreJson.Read<SnapshotContent>(Unpack(content)) is { } kept
            ? new KnowledgeSnapshot(id, kept.Story, kept.Sources, kept.Records, PassageCatalog.Empty)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<SnapshotId?> ToldAsync(StoryId story, CancellationToken cancellationToken)
    {
        var id = await store.ReadAsync(
            (context, token) => context.Snapshots
                .Where(row => row.Story == story.Value && row.ToldOrder != null)
                .OrderByDescending(row => row.ToldOrder)
                .Select(row => row.Id)
                .FirstOrDefaultAsync(token),
            cancellationToken);
        return id is null ? null : new SnapshotId(id);
    }

    /// <inheritdoc/>
    public async ValueTask SetToldAsync(StoryId story, SnapshotId id, CancellationToken cancellationToken) => await store.WriteAsync(
        async (context, token) =>
        {
            var last = await context.Snapshots.Where(row => row.Story == story.Value).MaxAsync(row => row.ToldOrder, token) ?? 0;
            return await context.Snapshots
                .Where(row => row.Story == story.Value && row.Id == id.Value)
                .ExecuteUpdateAsync(row => row.SetProperty(known => known.ToldOrder, last + 1), token);
        },
        cancellationToken);

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static string Unpack(byte[] content)
    {
        using var brotli = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private sealed record SnapshotContent(Story Story, IReadOnlyList<Source> Sources, IReadOnlyList<KnowledgeRecord> Records);
}
