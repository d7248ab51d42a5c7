using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// Keeps what takes long to read of a large pack, its sources and the places of its passages, between runs. It is used
/// only while every file of the pack has the name, size and time that it had, and only for a pack without errors; it may
/// be removed at any time. A cache that cannot be read or written is passed over.
/// </summary>
internal sealed class PackCache(string directory, PackFolder folder)
{
    private const string Format = "storybot-pack-1";

    /// <summary>What a cache holds.</summary>
    internal sealed record Entry(IReadOnlyList<Source> Sources, SourceTexts Texts, IReadOnlyList<LintFinding> Warnings);

    private string Location
    {
        get
        {
            using var hash = new ContentHash();
            return Path.Combine(directory, $"{hash.Add(folder.Root).Finish()[..32]}.pack");
        }
    }

    /// <summary>What was kept of these very files, or null.</summary>
    public Entry? Read()
    {
        try
        {
            if (!File.Exists(Location))
            {
                return null;
            }

            using var reader = new BinaryReader(new FileStream(Location, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16));
            return reader.ReadString() == Format && reader.ReadString() == folder.Fingerprint() ? ReadEntry(reader) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Keeps what was read, where it is large enough to be worth it.</summary>
    public void Write(PackContents contents, LintReport report)
    {
        if (contents.Texts.Passages is not StoredPassageCatalog passages || report.Omitted > 0)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(directory);
            RemovePassagesOfLastEntry(contents.Texts.Digest);
            var temporary = Path.Combine(directory, Path.GetRandomFileName());
            using (var writer = new BinaryWriter(new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16)))
            {
                writer.Write(Format);
                writer.Write(folder.Fingerprint());
                WriteEntry(writer, contents, passages.Index, report.Findings);
            }

            File.Move(temporary, Location, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The pack is loaded; that the next load takes as long is no reason to fail this one.
        }
    }

    private Entry? ReadEntry(BinaryReader reader)
    {
        var digest = reader.ReadString();
        var sources = reader.ReadMany(PackCacheFormat.ReadSource);
        var index = new PassageIndex.Builder();
        var ranges = new Dictionary<SourceId, ParagraphRange>();
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            var source = sources[reader.Read7BitEncodedInt()].Id;
            var first = reader.Read7BitEncodedInt();
            var paragraphs = reader.Read7BitEncodedInt();
            index.StartSource(source, first);
            ranges[source] = new ParagraphRange(first, first + paragraphs - 1);
            for (var paragraph = 0; paragraph < paragraphs; paragraph++)
            {
                index.AddPassage(reader.Read7BitEncodedInt());
            }
        }

        var warnings = reader.ReadMany(PackCacheFormat.ReadFinding);
        return OpenPassages(digest, index.Build()) is { } passages
            ? new Entry(sources, new SourceTexts { Passages = passages, Digest = digest, Ranges = ranges, Orphans = [], Doubles = [] }, warnings)
            : null;
    }

    private StoredPassageCatalog? OpenPassages(string digest, PassageIndex index)
    {
        var path = PassageFileWriter.PathOf(directory, digest);
        return File.Exists(path) && new FileInfo(path).Length == index.Length
            ? new StoredPassageCatalog(PassageFileWriter.OpenFinished(path), index)
            : null;
    }

    private static void WriteEntry(BinaryWriter writer, PackContents contents, PassageIndex index, IReadOnlyList<LintFinding> warnings)
    {
        writer.Write(contents.Texts.Digest);
        writer.WriteMany(contents.Sources, PackCacheFormat.WriteSource);
        var places = contents.Sources.Select((source, i) => (source.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        using var lengths = index.Lengths().GetEnumerator();
        var sources = index.Sources().ToList();
        writer.Write7BitEncodedInt(sources.Count);
        foreach (var (source, first, count) in sources)
        {
            writer.Write7BitEncodedInt(places[source]);
            writer.Write7BitEncodedInt(first);
            writer.Write7BitEncodedInt(count);
            for (var i = 0; i < count && lengths.MoveNext(); i++)
            {
                writer.Write7BitEncodedInt(lengths.Current);
            }
        }

        writer.WriteMany(warnings, PackCacheFormat.WriteFinding);
    }

    // Edits of a large pack would otherwise leave a copy of all its passages behind each time.
    private void RemovePassagesOfLastEntry(string digest)
    {
        if (!File.Exists(Location))
        {
            return;
        }

        using var reader = new BinaryReader(new FileStream(Location, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        if (reader.ReadString() == Format && reader.ReadString().Length > 0 && reader.ReadString() is var last && last != digest)
        {
            File.Delete(PassageFileWriter.PathOf(directory, last));
        }
    }
}
