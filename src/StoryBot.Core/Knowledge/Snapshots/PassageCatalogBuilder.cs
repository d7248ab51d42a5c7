using System.Text;

namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// Collects the passages of a pack. Up to <see cref="MemoryLimit"/> of them stay in memory; when there are more, all go
/// to one file, from which the catalog then reads. Used by one thread at a time.
/// </summary>
internal sealed class PassageCatalogBuilder(string? directory) : IDisposable
{
    /// <summary>How many passages are kept in memory: about 20 MB of ordinary paragraphs.</summary>
    internal const int MemoryLimit = 20_000;

    private readonly List<Passage> _passages = [];
    private readonly PassageIndex.Builder _index = new();
    private readonly ContentHash _hash = new();
    private PassageFileWriter? _file;

    /// <summary>Takes the paragraphs of a source, the first of which has this number.</summary>
    public void Add(SourceId source, int first, IReadOnlyList<string> texts)
    {
        _hash.Add(source.Value).Add(first).Add(texts);
        _index.StartSource(source, first);
        for (var i = 0; i < texts.Count; i++)
        {
            _index.AddPassage(Encoding.UTF8.GetByteCount(texts[i]));
            if (_file is null)
            {
                _passages.Add(new Passage(new PassageId(source, first + i), texts[i]));
            }
            else
            {
                _file.Write(texts[i]);
            }
        }

        if (_file is null && _passages.Count > MemoryLimit)
        {
            _file = PassageFileWriter.Create(directory);
            _passages.ForEach(passage => _file.Write(passage.Text));
            _passages.Clear();
        }
    }

    /// <summary>The catalog, and a hash of the passages and their ids.</summary>
    public (PassageCatalog Catalog, string Digest) Build()
    {
        var digest = _hash.Finish();
        PassageCatalog catalog = _file is null
            ? new InMemoryPassageCatalog(_passages)
            : new StoredPassageCatalog(_file.Finish(digest), _index.Build());
        return (catalog, digest);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        _file?.Dispose();
    }
}
