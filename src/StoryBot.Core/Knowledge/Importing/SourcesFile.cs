using System.Text;
using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Linting;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StoryBot.Core.Knowledge.Importing;

/// <summary>
/// The text of a <c>sources.yaml</c> to which entries are added. What people wrote stays as they wrote it, comments
/// included; only an entry that is replaced goes.
/// </summary>
internal sealed class SourcesFile
{
    private readonly List<string> _lines;
    private readonly Dictionary<string, (int First, int Last)> _entries;

    private SourcesFile(List<string> lines, Dictionary<string, (int First, int Last)> entries)
    {
        _lines = lines;
        _entries = entries;
    }

    /// <summary>Reads the text of the file; null, with the reason, where entries cannot be added to it.</summary>
    public static SourcesFile? Read(string text, out string? problem)
    {
        var findings = new LintFindings();
        foreach (var _ in new YamlFile(PackFileNames.Sources, text, findings).ReadList())
        {
            // Only whether it can be read matters here.
        }

        if (findings.ToReport(string.Empty).Findings is [var first, ..])
        {
            problem = $"{PackFileNames.Sources} must be mended first: {first}";
            return null;
        }

        return Locate(text, out problem);
    }

    /// <summary>Whether the file has the source.</summary>
    public bool Has(string id) => _entries.ContainsKey(id);

    /// <summary>The file's text with these entries: in the place of those with the same id, else at the end.</summary>
    public string With(IReadOnlyDictionary<string, string> entries)
    {
        var places = _entries.Where(entry => entries.ContainsKey(entry.Key)).ToDictionary(entry => entry.Value.First, entry => entry);
        var text = new StringBuilder();
        for (var line = 1; line <= _lines.Count; line++)
        {
            if (places.TryGetValue(line, out var replaced))
            {
                text.Append(entries[replaced.Key]);
                line = replaced.Value.Last;
            }
            else
            {
                text.Append(_lines[line - 1]).Append('\n');
            }
        }

        foreach (var (id, entry) in entries)
        {
            if (!_entries.ContainsKey(id))
            {
                text.Append(entry);
            }
        }

        return text.ToString();
    }

    private static SourcesFile? Locate(string text, out string? problem)
    {
        problem = null;
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var entries = new Dictionary<string, (int First, int Last)>(StringComparer.Ordinal);
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<SequenceStart>(out var list))
        {
            return new SourcesFile(lines, entries);
        }

        if (list.Style == SequenceStyle.Flow)
        {
            if (parser.Accept<SequenceEnd>(out _))
            {
                lines.RemoveAll(line => line.Trim() == "[]");
                return new SourcesFile(lines, entries);
            }

            problem = $"{PackFileNames.Sources} is written in brackets, to which no entry can be added. Write each source as '- id: ...' with its other keys below.";
            return null;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var (id, first, last) = ReadEntry(parser);
            entries[id] = (FirstLine(lines, first), last);
        }

        return new SourcesFile(lines, entries);
    }

    private static (string Id, int First, int Last) ReadEntry(Parser parser)
    {
        var id = string.Empty;
        var last = 0;
        var first = (int)parser.Current!.Start.Line;
        var level = 0;
        var isKey = true;
        string? key = null;
        do
        {
            var parsed = parser.Consume<ParsingEvent>();
            level += parsed is MappingStart or SequenceStart ? 1 : parsed is MappingEnd or SequenceEnd ? -1 : 0;
            if (level == 1 && parsed is Scalar scalar)
            {
                id = !isKey && key == "id" ? scalar.Value.Trim() : id;
                key = scalar.Value;
                isKey = !isKey;
            }

            last = Math.Max(last, LastLine(parsed));
        }
        while (level > 0);
        return (id, first, last);
    }

    // A block ends, for the parser, where the next one starts; only its values tell where it really ends.
    private static int LastLine(ParsingEvent parsed) => parsed switch
    {
        Scalar scalar when scalar.End.Line > scalar.Start.Line && scalar.End.Column <= 1 => (int)scalar.End.Line - 1,
        Scalar or AnchorAlias => (int)parsed.End.Line,
        MappingEnd or SequenceEnd when parsed.End.Column > parsed.Start.Column => (int)parsed.End.Line,
        _ => 0,
    };

    private static int FirstLine(List<string> lines, int line)
    {
        while (line > 1 && !lines[line - 1].TrimStart().StartsWith('-'))
        {
            line--;
        }

        return line;
    }
}
