using System.Text;
using Microsoft.Win32.SafeHandles;

namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// Writes the passages of a large pack, one after the other, to a file of its own: one file is read much faster than
/// 100,000, and an edit of the pack does not change what a snapshot in service says. The file is named by what it holds.
/// Where its folder cannot be written it is a temporary file, which goes with the process.
/// </summary>
internal sealed class PassageFileWriter : IDisposable
{
    private const int BufferSize = 1 << 20;

    private readonly MemoryStream _buffer = new(BufferSize);
    private readonly SafeFileHandle _file;
    private readonly string? _path;
    private readonly string? _directory;
    private long _written;
    private bool _isFinished;

    private PassageFileWriter(SafeFileHandle file, string? path, string? directory)
    {
        _file = file;
        _path = path;
        _directory = directory;
    }

    /// <summary>Starts a file in the folder, or a temporary one.</summary>
    public static PassageFileWriter Create(string? directory)
    {
        if (directory is not null)
        {
            try
            {
                Directory.CreateDirectory(directory);
                var path = Path.Combine(directory, Path.GetRandomFileName());
                return new PassageFileWriter(Open(path, FileOptions.None), path, directory);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A read-only home is no reason not to load: the temporary file below does, it is only not kept.
            }
        }

        var temporary = Path.Combine(Path.GetTempPath(), $"storybot-{Path.GetRandomFileName()}");
        var file = Open(temporary, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // Elsewhere than on Windows nothing deletes the file when the process is killed; an open one may go at once.
            File.Delete(temporary);
        }

        return new PassageFileWriter(file, null, null);
    }

    /// <summary>The file that holds passages with this digest in the folder.</summary>
    public static string PathOf(string directory, string digest) => Path.Combine(directory, $"{digest[..32]}.passages");

    /// <summary>Opens a finished file for reading.</summary>
    public static SafeFileHandle OpenFinished(string path) =>
        File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.RandomAccess);

    /// <summary>Appends a passage.</summary>
    public void Write(string text)
    {
        _buffer.Write(Encoding.UTF8.GetBytes(text));
        if (_buffer.Length >= BufferSize)
        {
            Flush();
        }
    }

    /// <summary>Completes the file, under its own name where it is kept, and gives it for reading.</summary>
    public SafeFileHandle Finish(string digest)
    {
        Flush();
        _isFinished = true;
        if (_directory is null)
        {
            return _file;
        }

        _file.Dispose();
        var path = PathOf(_directory, digest);
        if (File.Exists(path) && new FileInfo(path).Length == _written)
        {
            // Named by its content, so it is the same; another process may have it open.
            File.Delete(_path!);
        }
        else
        {
            File.Move(_path!, path, overwrite: true);
        }

        return OpenFinished(path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffer.Dispose();
        if (!_isFinished)
        {
            _file.Dispose();
            if (_path is not null)
            {
                File.Delete(_path);
            }
        }
    }

    private static SafeFileHandle Open(string path, FileOptions options) =>
        File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, options);

    private void Flush()
    {
        RandomAccess.Write(_file, _buffer.GetBuffer().AsSpan(0, (int)_buffer.Length), _written);
        _written += _buffer.Length;
        _buffer.SetLength(0);
    }
}
