namespace StoryBot.Core.Tests.Architecture;

/// <summary>The folder that holds the solution, found from where the tests run.</summary>
internal static class Repository
{
    public static DirectoryInfo Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static IEnumerable<FileInfo> Files(string folder, string pattern) =>
        new DirectoryInfo(Path.Combine(Root.FullName, folder))
            .EnumerateFiles(pattern, SearchOption.AllDirectories)
            .Where(file => !file.FullName.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static DirectoryInfo Find(DirectoryInfo? from)
    {
        while (from is not null && !File.Exists(Path.Combine(from.FullName, "StoryBot.sln")))
        {
            from = from.Parent;
        }

        return from ?? throw new InvalidOperationException("No folder above the tests holds StoryBot.sln.");
    }
}
