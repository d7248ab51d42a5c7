using System.Text;

namespace StoryBot.Host.Batches;

/// <summary>The input and output of a batch, opened before any other work is done.</summary>
internal sealed class BatchFiles : IAsyncDisposable
{
    /// <summary>Standard input or output.</summary>
    public const string Standard = "-";

    private readonly FileStream? _file;

    private BatchFiles(Stream input, FileStream? file, TextWriter output)
    {
        Input = input;
        Output = output;
        _file = file;
    }

    /// <summary>The lines to work through.</summary>
    public Stream Input { get; }

    /// <summary>Where the results go.</summary>
    public TextWriter Output { get; }

    /// <summary>Opens both.</summary>
    /// <exception cref="UserMistake">One cannot be opened; the message says which and why.</exception>
    public static BatchFiles Open(string input, string output, Terminal terminal)
    {
        if (input != Standard && output != Standard && Path.GetFullPath(input) == Path.GetFullPath(output))
        {
            throw new UserMistake($"--batch and --out are the same file, {input}");
        }

        var from = input == Standard ? Console.OpenStandardInput() : OpenOr(input, "read", path => File.OpenRead(path));
        if (output == Standard)
        {
            return new BatchFiles(from, file: null, terminal.Out);
        }

        // Nothing that is there is lost until the first line is written: see Begin.
        var file = OpenOr(output, "written", path => new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read));
        return new BatchFiles(from, file, new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
    }

    /// <summary>Empties the output file: call it when the work can start.</summary>
    public void Begin() => _file?.SetLength(0);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Input.DisposeAsync();
        if (_file is not null)
        {
            await Output.DisposeAsync();
        }
    }

    /// <summary>Opens a file, or says in one sentence why it cannot be.</summary>
    public static FileStream OpenOr(string path, string verb, Func<string, FileStream> open)
    {
        try
        {
            return open(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = exception switch
            {
                FileNotFoundException => "there is no such file",
                DirectoryNotFoundException => "its folder does not exist",
                UnauthorizedAccessException => Directory.Exists(path) ? "it is a folder" : "access is denied",
                _ => exception.Message.TrimEnd('.'),
            };
            throw new UserMistake($"{path} cannot be {verb}: {reason}");
        }
    }
}
