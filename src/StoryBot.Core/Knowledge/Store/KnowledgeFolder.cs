using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Store;

/// <summary>Finds the story folders of a knowledge folder.</summary>
public static class KnowledgeFolder
{
    /// <summary>
    /// The folder itself where it is a story's, else the folders in it that hold a file of a pack; hidden folders are no
    /// stories. Ordered by name; empty where there is none or the folder is missing.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    public static IReadOnlyList<string> FindStories(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            return [];
        }

        if (File.Exists(Path.Combine(root, PackFileNames.Story)))
        {
            return [root];
        }

        return [.. Directory.EnumerateDirectories(root)
            .Where(path => !Path.GetFileName(path).StartsWith('.') && LooksLikePack(path))
            .Order(StringComparer.Ordinal)];
    }

    // A folder that lost its story.yaml is still a story, with an error to show for it.
    private static bool LooksLikePack(string folder) => PackFileNames.Yaml.Any(file => File.Exists(Path.Combine(folder, file)));
}
