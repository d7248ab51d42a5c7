using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>Reads all files of a pack. What cannot be read is reported; the rest is read all the same.</summary>
internal sealed class PackReader(PackFolder folder, LintFindings findings, string? cacheDirectory)
{
    private readonly LineMap _lines = new();

    /// <summary>Reads the pack.</summary>
    public PackContents Read(CancellationToken cancellationToken)
    {
        var story = ReadStory();
        var sources = ReadSources(cancellationToken);
        var texts = new SourceTextReader(folder, findings, cacheDirectory).Read(sources, cancellationToken);
        return ReadRecords(story, sources, texts);
    }

    /// <summary>Reads the pack but for its sources and their texts, which are known from an earlier reading of the same files.</summary>
    public PackContents Read(IReadOnlyList<Source> sources, SourceTexts texts) => ReadRecords(ReadStory(), sources, texts);

    private Story? ReadStory()
    {
        var text = Require(PackFileNames.Story, "Write one with id, title, summary, as-of and entities, or make a pack with 'knowledge new'.");
        if (text is null || new YamlFile(PackFileNames.Story, text, findings).ReadMap() is not { } map)
        {
            return null;
        }

        return new StoryReader(_lines, findings).Read(map);
    }

    private List<Source> ReadSources(CancellationToken cancellationToken)
    {
        var sources = new List<Source>();
        if (Require(PackFileNames.Sources, "Write one with an entry for each document that the records cite.") is { } text)
        {
            var reader = new SourceReader(_lines, findings);
            foreach (var entry in new YamlFile(PackFileNames.Sources, text, findings).ReadList())
            {
                cancellationToken.ThrowIfCancellationRequested();
                sources.Add(reader.Read(entry));
            }
        }

        return sources;
    }

    private PackContents ReadRecords(Story? story, IReadOnlyList<Source> sources, SourceTexts texts)
    {
        var claims = ReadList(PackFileNames.Claims);
        var quotes = ReadList(PackFileNames.Quotes);
        var market = ReadList(PackFileNames.Market);
        var directory = new RecordDirectory();
        directory.Add(RecordKind.Claim, claims);
        directory.Add(RecordKind.Quote, quotes);
        directory.Add(RecordKind.MarketFact, market);
        var reader = new RecordReader(directory, _lines, findings);
        return new PackContents
        {
            Folder = folder,
            Story = story,
            Sources = sources,
            Records = [.. claims.Select(reader.ReadClaim), .. quotes.Select(reader.ReadQuote), .. market.Select(reader.ReadMarketFact)],
            Directory = directory,
            Texts = texts,
            Lines = _lines,
        };
    }

    private string? Require(string path, string fix)
    {
        if (!folder.Has(path))
        {
            findings.Error(LintId.FileMissing, path, 0, $"The file '{path}' is missing; every story needs it.", fix);
            return null;
        }

        var text = folder.ReadText(path, PackFolder.YamlLimit, findings);
        if (text is not null && IsBlank(text))
        {
            findings.Error(LintId.FileEmpty, path, 0, "The file is empty.", fix);
            return null;
        }

        return text;
    }

    private List<YamlMap> ReadList(string path)
    {
        if (folder.ReadText(path, PackFolder.YamlLimit, findings) is not { } text)
        {
            return [];
        }

        if (text.Length == 0)
        {
            findings.Warning(LintId.FileEmpty, path, 0, "The file is empty: it adds no records.", "Remove the file, or write [] if that is meant.");
        }

        return [.. new YamlFile(path, text, findings).ReadList()];
    }

    // A file of comments alone says as little as one without a byte.
    private static bool IsBlank(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var content = line.Trim();
            if (!content.IsEmpty && content[0] != '#' && !content.SequenceEqual("---"))
            {
                return false;
            }
        }

        return true;
    }
}
