namespace StoryBot.Core.Knowledge;

/// <summary>How knowledge is loaded.</summary>
public sealed record KnowledgePipelineOptions
{
    /// <summary>
    /// The folder in which the passages of large packs are kept between runs; null keeps nothing, so that each load reads
    /// every file. It may be emptied at any time. Default: <see cref="DefaultCacheDirectory"/>.
    /// </summary>
    public string? CacheDirectory { get; init; } = DefaultCacheDirectory;

    /// <summary><c>storybot</c> in <c>$XDG_CACHE_HOME</c>, or in <c>.cache</c> of the home folder; null where there is no home.</summary>
    public static string? DefaultCacheDirectory { get; } = FindDefault();

    private static string? FindDefault()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (Path.IsPathFullyQualified(cache ?? string.Empty))
        {
            return Path.Combine(cache!, "storybot");
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : Path.Combine(home, ".cache", "storybot");
    }
}
