using System.Text;
using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Knowledge.Store;

namespace StoryBot.Core.Knowledge.Importing;

/// <summary>
/// The pack that documents go into, and the hidden folder in which they wait until all are there. Used by one thread at
/// a time.
/// </summary>
internal sealed class ImportTarget : IDisposable
{
    private readonly string _folder;
    private readonly string _staging;
    private readonly string _title;
    private readonly SourcesFile _sources;
    private readonly Dictionary<SourceId, string> _texts;
    private readonly OrderedDictionary<string, string> _entries = [];
    private StoryDate? _latest;

    private ImportTarget(string folder, string title, SourcesFile sources, Dictionary<SourceId, string> texts)
    {
        _folder = folder;
        _title = title;
        _sources = sources;
        _texts = texts;
        _staging = StagingFolder.Create(Path.GetDirectoryName(folder)!, Path.GetFileName(folder));
        Directory.CreateDirectory(Path.Combine(_staging, PackFileNames.Texts));
    }

    /// <summary>How many different documents there are.</summary>
    public int Documents => _entries.Count;

    /// <summary>How many of them take the place of a source of the pack.</summary>
    public int Replaced => _entries.Keys.Count(_sources.Has);

    /// <summary>How many of them are new in the pack.</summary>
    public int Added => Documents - Replaced;

    /// <summary>Opens the pack; null, with the reason, where documents cannot be put into it.</summary>
    public static ImportTarget? Open(ImportRequest request, out string? problem)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Folder));
        problem = Directory.Exists(folder) ? null : StoryFolderName.Problem(Path.GetFileName(folder));
        if (problem is not null)
        {
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        var text = string.Empty;
        var texts = new Dictionary<SourceId, string>();
        if (Directory.Exists(folder) && !ReadExisting(folder, texts, out text, out problem))
        {
            return null;
        }

        return SourcesFile.Read(text, out problem) is { } sources
            ? new ImportTarget(folder, request.Title ?? Path.GetFileName(folder), sources, texts)
            : null;
    }

    /// <summary>Takes a document; a later one with the same id takes its place.</summary>
    public void Add(ImportDocument document)
    {
        _entries[document.Id.Value] = SourceEntryText.Entry(document);
        _latest = document.Published is { } published && (_latest is not { } latest || published > latest) ? published : _latest;
        var path = Path.Combine(_staging, PackFileNames.Texts, SourceFileName.Of(document.Id));
        File.WriteAllText(path, SourceEntryText.Text(document.Text));
    }

    /// <summary>Moves everything to its place; why not, where it cannot be. It is not cancelled half-way.</summary>
    public string? Commit(DateOnly today)
    {
        var sources = _sources.With(_entries);
        if (Encoding.UTF8.GetByteCount(sources) > PackFolder.YamlLimit)
        {
            return $"{PackFileNames.Sources} would be larger than {PackFolder.YamlLimit / 1048576} MB. Import the documents into several stories.";
        }

        File.WriteAllText(Path.Combine(_staging, PackFileNames.Sources), sources);
        if (!File.Exists(Path.Combine(_folder, PackFileNames.Story)))
        {
            File.WriteAllText(Path.Combine(_staging, PackFileNames.Story), StoryText(today));
        }

        if (!Directory.Exists(_folder))
        {
            Directory.Move(_staging, _folder);
            return null;
        }

        try
        {
            MoveFiles();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The import stopped while the documents were moved to their place: {exception.Message} Some texts may be new already; import again to complete it.";
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_staging))
        {
            Directory.Delete(_staging, recursive: true);
        }
    }

    private static bool ReadExisting(string folder, Dictionary<SourceId, string> texts, out string text, out string? problem)
    {
        var findings = new LintFindings();
        text = string.Empty;
        problem = null;
        if (PackFolder.Open(folder, findings) is { } pack)
        {
            text = pack.ReadText(PackFileNames.Sources, PackFolder.YamlLimit, findings) ?? string.Empty;
            foreach (var file in pack.Files.Where(file => file.IsText))
            {
                texts.TryAdd(SourceFileName.Read(Path.GetFileName(file.Path)), file.FullPath);
            }
        }

        problem = findings.ToReport(folder).Findings is [var first, ..] ? $"The story's folder must be mended first: {first}" : null;
        return problem is null;
    }

    private string StoryText(DateOnly today) => $"""
        id: {YamlText.Quote(Path.GetFileName(_folder))}
        title: {YamlText.Quote(_title)}
        summary: Documents that were imported.
        as-of: {_latest ?? StoryDate.OfDay(today.Year, today.Month, today.Day)}
        entities: []

        """;

    // The texts go first: a text without an entry is only not used, an entry without its text would be incomplete.
    private void MoveFiles()
    {
        Directory.CreateDirectory(Path.Combine(_folder, PackFileNames.Texts));
        foreach (var id in _entries.Keys.Select(id => new SourceId(id)))
        {
            var name = SourceFileName.Of(id);
            var target = _texts.GetValueOrDefault(id) ?? Path.Combine(_folder, PackFileNames.Texts, name);
            File.Move(Path.Combine(_staging, PackFileNames.Texts, name), target, overwrite: true);
        }

        foreach (var file in Directory.EnumerateFiles(_staging))
        {
            File.Move(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);
        }
    }
}
