namespace StoryBot.Core.Tests.Knowledge;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
internal static class RepositoryFolder
{
    public static string File(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "StoryBot.sln")))
            {
                return Path.Combine([folder.FullName, .. parts]);
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
