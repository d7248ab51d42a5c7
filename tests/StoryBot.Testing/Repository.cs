namespace StoryBot.Testing;

/// <summary>The folder that holds the solution, found from where the tests or benchmarks run.</summary>
public static class Repository
{
    /// <summary>The folder.</summary>
    public static DirectoryInfo Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A path in it.</summary>
    public static string PathTo(params string[] parts) => Path.Combine([Root.FullName, .. parts]);

    /// <summary>The files below a folder of it, without what a build made.</summary>
    public static IEnumerable<FileInfo> Files(string folder, string pattern) =>
        new DirectoryInfo(PathTo(folder))
            .EnumerateFiles(pattern, SearchOption.AllDirectories)
            .Where(file => !file.FullName.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static DirectoryInfo Find(DirectoryInfo? from)
    {
        while (from is not null && !File.Exists(Path.Combine(from.FullName, "StoryBot.sln")))
        {
            from = from.Parent;
        }

        return from ?? throw new InvalidOperationException("No folder above this program holds StoryBot.sln.");
    }
}
