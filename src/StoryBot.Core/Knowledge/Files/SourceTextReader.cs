using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>Reads the full texts of a pack, one file at a time, in the order of its sources.</summary>
internal sealed class SourceTextReader(PackFolder folder, LintFindings findings, string? cacheDirectory)
{
    /// <summary>Reads the texts of these sources.</summary>
    public SourceTexts Read(IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        var files = FilesBySource(out var doubles);
        var ranges = new Dictionary<SourceId, ParagraphRange>();
        using var catalog = new PassageCatalogBuilder(cacheDirectory);
        var (passages, digest) = (PassageCatalog.Empty, string.Empty);
        try
        {
            foreach (var id in sources.Select(source => source.Id).Distinct())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (files.Remove(id, out var path) && folder.ReadText(path, PackFolder.TextLimit, findings) is { } text)
                {
                    var paragraphs = SourceText.Split(text);
                    ranges[id] = new ParagraphRange(paragraphs.First, paragraphs.First + paragraphs.Texts.Count - 1);
                    catalog.Add(id, paragraphs.First, paragraphs.Texts);
                }
            }

            (passages, digest) = catalog.Build();
        }
        catch (IOException exception)
        {
            findings.Error(
                LintId.FileUnreadable, PackFileNames.Texts, 0, $"The passages cannot be kept on disk: {exception.Message}", "Make room in the cache folder, or name another one.");
        }

        return new SourceTexts { Passages = passages, Digest = digest, Ranges = ranges, Orphans = [.. files.Values], Doubles = doubles };
    }

    private Dictionary<SourceId, string> FilesBySource(out List<string> doubles)
    {
        doubles = [];
        var files = new Dictionary<SourceId, string>();
        foreach (var file in folder.Files)
        {
            if (file.IsText && !files.TryAdd(SourceFileName.Read(Path.GetFileName(file.Path)), file.Path))
            {
                doubles.Add(file.Path);
            }
        }

        return files;
    }
}
