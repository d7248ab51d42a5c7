namespace StoryBot.Core.Knowledge.Files;

/// <summary>Where a path leads with every link on the way followed.</summary>
internal static class RealPath
{
    private const int LinkLimit = 40;

    /// <summary>The path without links. Parts that do not exist are kept as they are.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Of(string path)
    {
        var links = 0;
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var rest = new Stack<string>(Enumerable.Reverse(Parts(full[real.Length..])));
        while (rest.TryPop(out var part))
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > LinkLimit)
            {
                throw new IOException($"The links at '{path}' lead in a circle.");
            }

            var absolute = Path.GetFullPath(target, real);
            real = Path.GetPathRoot(absolute)!;
            foreach (var link in Enumerable.Reverse(Parts(absolute[real.Length..])))
            {
                rest.Push(link);
            }
        }

        return real;
    }

    /// <summary>Whether the path is the folder or stands in it; both without links.</summary>
    public static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string[] Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
