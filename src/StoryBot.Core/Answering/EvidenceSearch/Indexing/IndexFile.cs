using System.Runtime.InteropServices;
using StoryBot.Core.Answering.EvidenceSearch.Vectors;
using StoryBot.Core.Answering.EvidenceSearch.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>Writes and reads the <see cref="IndexParts"/> of an index on disk. Files of another version are not read: it is in their folder's name.</summary>
internal static class IndexFile
{
    /// <summary>Changes with the form of the files, and with anything that changes what is in them.</summary>
    public const int Version = 2;

    /// <summary>Writes the parts.</summary>
    public static void Write(string path, IndexParts parts)
    {
        using var writer = new BinaryWriter(new BufferedStream(File.Create(path), 1 << 20));
        WriteWords(writer, parts.Vocabulary);
        writer.Write(parts.Pairs.Cells.Length);
        writer.Write(MemoryMarshal.AsBytes<ushort>(parts.Pairs.Cells));
        writer.Write(parts.Documents.Length);
        foreach (var document in parts.Documents)
        {
            writer.Write(document.Start);
            writer.Write(document.Size);
            writer.Write(document.Length);
            writer.Write(document.GramLength);
            writer.Write(document.Record);
            writer.Write(document.Source);
            writer.Write(document.Paragraph);
            writer.Write(document.Day);
        }
    }

    /// <summary>Reads the parts.</summary>
    /// <exception cref="EndOfStreamException">The file is cut short.</exception>
    public static IndexParts Read(string path, IReadOnlyList<Entity> entities)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 20));
        var vocabulary = ReadWords(reader);
        var cells = new ushort[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(cells.AsSpan()));
        var documents = new DocumentEntry[reader.ReadInt32()];
        for (var i = 0; i < documents.Length; i++)
        {
            documents[i] = new DocumentEntry(
                reader.ReadInt64(),
                reader.ReadInt32(),
                reader.ReadSingle(),
                reader.ReadSingle(),
                reader.ReadInt32(),
                reader.ReadInt32(),
                reader.ReadInt32(),
                reader.ReadInt32());
        }

        var phrases = new EntityPhrases(vocabulary, entities);
        var vectors = new VocabularyVectors(WordVectors.BuiltIn);
        vectors.Extend(vocabulary);
        return new IndexParts(vocabulary, vectors, phrases, new PairCounts(cells), null, documents);
    }

    private static void WriteWords(BinaryWriter writer, Vocabulary vocabulary)
    {
        writer.Write(vocabulary.Count);
        for (var i = 0; i < vocabulary.Count; i++)
        {
            var word = vocabulary[i];
            var stem = vocabulary.Stem(word.Stem).Text;
            writer.Write(word.Text);
            writer.Write(stem == word.Text ? string.Empty : stem);
            writer.Write(word.Inside);
            writer.Write(word.Capitalised);
        }

        writer.Write(vocabulary.StemCount);
        for (var i = 0; i < vocabulary.StemCount; i++)
        {
            writer.Write(vocabulary.Stem(i).Documents);
        }

        writer.Write(vocabulary.GramCount);
        for (var i = 0; i < vocabulary.GramCount; i++)
        {
            writer.Write(vocabulary.Gram(i).Documents);
        }
    }

    private static Vocabulary ReadWords(BinaryReader reader)
    {
        var vocabulary = new Vocabulary();
        var words = reader.ReadInt32();
        for (var i = 0; i < words; i++)
        {
            var text = reader.ReadString();
            var stem = reader.ReadString();
            var word = vocabulary[vocabulary.Add(text, stem.Length == 0 ? text : stem)];
            word.Inside = reader.ReadInt32();
            word.Capitalised = reader.ReadInt32();
        }

        // Stems and grams are numbered as their words bring them, so they come back in the order in which they were written.
        Check(reader.ReadInt32(), vocabulary.StemCount);
        for (var i = 0; i < vocabulary.StemCount; i++)
        {
            vocabulary.Stem(i).Documents = reader.ReadInt32();
        }

        Check(reader.ReadInt32(), vocabulary.GramCount);
        for (var i = 0; i < vocabulary.GramCount; i++)
        {
            vocabulary.Gram(i).Documents = reader.ReadInt32();
        }

        return vocabulary;
    }

    private static void Check(int written, int read)
    {
        if (written != read)
        {
            throw new InvalidDataException("The search index does not fit together.");
        }
    }
}
