using System.IO.Enumeration;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// The folder of one pack: which files it had when it was opened, and their text. Nothing outside the folder is read,
/// links included, and nothing above the size limits.
/// </summary>
internal sealed class PackFolder
{
    /// <summary>The largest YAML file: room for about 250,000 sources.</summary>
    internal const long YamlLimit = 64L * 1024 * 1024;

    /// <summary>The largest text of one source.</summary>
    internal const long TextLimit = 32L * 1024 * 1024;

    private readonly Dictionary<string, PackFile> _files;
    private readonly string _realRoot;
    private readonly Lazy<bool> _textsLeave;

    private PackFolder(string root, string realRoot, Dictionary<string, PackFile> files)
    {
        Root = root;
        _realRoot = realRoot;
        _files = files;
        _textsLeave = new Lazy<bool>(() => !RealPath.IsInside(RealPath.Of(Path.Combine(root, PackFileNames.Texts)), realRoot));
    }

    /// <summary>The folder's full path.</summary>
    public string Root { get; }

    /// <summary>Every file in the folder and in its folder of texts, ordered by path; dot-files are left out.</summary>
    public IEnumerable<PackFile> Files => _files.Values;

    /// <summary>Lists the folder, or reports why it cannot be listed.</summary>
    public static PackFolder? Open(string path, LintFindings findings)
    {
        try
        {
            var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (!Directory.Exists(root))
            {
                var what = File.Exists(root) ? "is a file, not a folder" : "does not exist";
                findings.Error(LintId.FolderMissing, string.Empty, 0, $"The story's folder '{path}' {what}.", "Check the path, or make a new pack with 'knowledge new'.");
                return null;
            }

            var realRoot = RealPath.Of(root);
            var files = List(root, string.Empty).Concat(List(Path.Combine(root, PackFileNames.Texts), PackFileNames.Texts + "/"));
            var byPath = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToDictionary(file => file.Path, StringComparer.Ordinal);
            return new PackFolder(root, realRoot, byPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            findings.Error(LintId.FolderMissing, string.Empty, 0, $"The story's folder '{path}' cannot be opened: {exception.Message}", "Check the path and the permissions.");
            return null;
        }
    }

    /// <summary>A hash of the names, sizes and times of all files: the same as long as nobody changes one.</summary>
    public string Fingerprint()
    {
        using var hash = new ContentHash();
        hash.Add(_files.Count);
        foreach (var file in Files)
        {
            hash.Add(file.Path).Add(file.Length).Add(file.Modified.Ticks);
        }

        return hash.Finish();
    }

    /// <summary>
    /// Whether every file was last written long enough before this moment that a later edit has another time: file
    /// systems count in steps, of two seconds on the coarsest, of some milliseconds on the ones that show fractions.
    /// </summary>
    public bool IsSettled(DateTimeOffset moment)
    {
        var isFine = _files.Values.Any(file => file.Modified.Ticks % TimeSpan.TicksPerSecond != 0);
        var step = isFine ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromSeconds(2);
        return _files.Values.All(file => file.Modified < moment.UtcDateTime - step);
    }

    /// <summary>Whether the pack has the file.</summary>
    public bool Has(string path) => _files.ContainsKey(path);

    /// <summary>The file's text without a byte order mark; null where it is missing, or cannot be read: the latter is reported.</summary>
    public string? ReadText(string path, long limit, LintFindings findings)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            return null;
        }

        if (Read(file, limit, findings) is not { } bytes)
        {
            return null;
        }

        var decoded = Utf8Text.Decode(bytes);
        if (decoded.Problem is { } problem)
        {
            findings.Error(LintId.NotUtf8, path, decoded.Line, $"{problem}.", "Save the file as UTF-8, without control characters.");
        }

        return decoded.Text;
    }

    private byte[]? Read(PackFile file, long limit, LintFindings findings)
    {
        try
        {
            if (LeavesFolder(file))
            {
                findings.Error(LintId.LinkLeavesPack, file.Path, 0, "The file is a link that leads out of the story's folder.", "Put the file itself into the folder.");
                return null;
            }

            using var handle = File.OpenHandle(file.FullPath, options: FileOptions.SequentialScan);
            var length = RandomAccess.GetLength(handle);
            if (length > limit)
            {
                findings.Error(
                    LintId.FileTooLarge, file.Path, 0, $"The file has {length / 1048576.0:N1} MB; the limit is {limit / 1048576} MB.", "Split the story into several, or shorten the file.");
                return null;
            }

            var bytes = new byte[length];
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is > 0 and var count)
            {
                read += count;
            }

            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Error(LintId.FileUnreadable, file.Path, 0, $"The file cannot be read: {exception.Message}", "Check the file and its permissions.");
            return null;
        }
    }

    // Real paths are costly for a folder of 100,000 files, so only a link is followed; the folder of texts once.
    private bool LeavesFolder(PackFile file) => file.IsLink
        ? !RealPath.IsInside(RealPath.Of(file.FullPath), _realRoot)
        : file.IsInTexts && _textsLeave.Value;

    private static List<PackFile> List(string folder, string prefix)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var files = new FileSystemEnumerable<PackFile>(folder, (ref FileSystemEntry entry) => ToPackFile(ref entry, prefix))
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.FileName[0] != '.',
        };
        return [.. files];
    }

    private static PackFile ToPackFile(ref FileSystemEntry entry, string prefix)
    {
        var path = entry.ToFullPath();
        var name = prefix + entry.FileName.ToString();
        if (!entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return new PackFile(name, path, entry.Length, entry.LastWriteTimeUtc.UtcDateTime, IsLink: false);
        }

        // A link changes when what it leads to changes.
        var target = new FileInfo(RealPath.Of(path));
        return new PackFile(name, path, target.Exists ? target.Length : 0, target.LastWriteTimeUtc, IsLink: true);
    }
}
