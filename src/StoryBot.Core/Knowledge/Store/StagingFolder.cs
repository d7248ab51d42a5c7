namespace StoryBot.Core.Knowledge.Store;

/// <summary>The folders in which a pack is put together before it is moved to its place.</summary>
internal static class StagingFolder
{
    /// <summary>How their names start: with a dot, so that they are no stories.</summary>
    public const string Prefix = ".importing-";

    /// <summary>Makes a new one beside the place to which its contents will be moved, so that moving is renaming.</summary>
    public static string Create(string parent, string story)
    {
        var path = Path.Combine(parent, $"{Prefix}{story}-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(path);
        return path;
    }
}
