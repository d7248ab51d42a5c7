using StoryBot.Core.Knowledge;

namespace StoryBot.Core.Answering.EvidenceSearch;

/// <summary>How evidence is indexed.</summary>
public sealed class EvidenceSearchOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Search";

    /// <summary>
    /// The folder in which the indexes of large packs are kept, one per snapshot; null builds every index in memory,
    /// whatever its size. It may be emptied at any time while nothing runs. Default: <c>search</c> in
    /// <see cref="KnowledgePipelineOptions.DefaultCacheDirectory"/>.
    /// </summary>
    public string? CacheDirectory { get; set; } =
        KnowledgePipelineOptions.DefaultCacheDirectory is { } cache ? Path.Combine(cache, "search") : null;

    /// <summary>From how many passages on an index is kept on disk, 0 to 10,000,000. Default 20,000.</summary>
    public int DiskFrom { get; set; } = 20_000;
}
