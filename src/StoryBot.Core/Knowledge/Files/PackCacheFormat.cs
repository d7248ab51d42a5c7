using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>How the parts of a pack are written into its cache.</summary>
internal static class PackCacheFormat
{
    /// <summary>Writes how many there are, and each.</summary>
    public static void WriteMany<T>(this BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    /// <summary>Reads what <see cref="WriteMany"/> wrote.</summary>
    public static List<T> ReadMany<T>(this BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.Read7BitEncodedInt();
        var items = new List<T>();
        for (var i = 0; i < count; i++)
        {
            items.Add(read(reader));
        }

        return items;
    }

    /// <summary>Writes a source.</summary>
    public static void WriteSource(BinaryWriter writer, Source source)
    {
        writer.Write(source.Id.Value);
        writer.Write(source.Title);
        writer.Write(source.Publisher);
        WriteText(writer, source.Author);
        WriteText(writer, source.Url?.OriginalString);
        WriteText(writer, source.Note);
        writer.Write((byte)source.Grade);
        writer.Write(source.WordingUnreliable);
        writer.Write(source.Published is not null);
        if (source.Published is { } published)
        {
            writer.Write((byte)published.Precision);
            writer.Write(published.Start.Ticks);
            writer.Write(published.Start.Offset.Ticks);
        }
    }

    /// <summary>Reads a source.</summary>
    public static Source ReadSource(BinaryReader reader) => new()
    {
        Id = new SourceId(reader.ReadString()),
        Title = reader.ReadString(),
        Publisher = reader.ReadString(),
        Author = ReadText(reader),
        Url = ReadText(reader) is { } url ? new Uri(url) : null,
        Note = ReadText(reader),
        Grade = (SourceGrade)reader.ReadByte(),
        WordingUnreliable = reader.ReadBoolean(),
        Published = reader.ReadBoolean() ? ReadDate(reader) : null,
    };

    /// <summary>Writes a finding.</summary>
    public static void WriteFinding(BinaryWriter writer, LintFinding finding)
    {
        writer.Write(finding.Id);
        writer.Write((byte)finding.Severity);
        writer.Write(finding.Path);
        writer.Write(finding.Line);
        writer.Write(finding.Message);
        writer.Write(finding.Fix);
    }

    /// <summary>Reads a finding.</summary>
    public static LintFinding ReadFinding(BinaryReader reader) => new(
        reader.ReadString(), (LintSeverity)reader.ReadByte(), reader.ReadString(), reader.ReadInt32(), reader.ReadString(), reader.ReadString());

    private static StoryDate ReadDate(BinaryReader reader)
    {
        var precision = (DatePrecision)reader.ReadByte();
        var ticks = reader.ReadInt64();
        return new StoryDate(new DateTimeOffset(ticks, new TimeSpan(reader.ReadInt64())), precision);
    }

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;
}
