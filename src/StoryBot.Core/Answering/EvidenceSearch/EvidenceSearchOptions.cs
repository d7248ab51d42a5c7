namespace StoryBot.Core.Answering.EvidenceSearch;

/// <summary>How evidence is indexed.</summary>
public sealed class EvidenceSearchOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Search";

    /// <summary>
    /// The folder in which the indexes of large packs are kept, one per snapshot. Without one, an index is built in
    /// memory whatever its size. Default: none.
    /// </summary>
    public string? CacheDirectory { get; set; }

    /// <summary>From how many passages on an index is kept on disk, 0 to 10,000,000. Default 20,000.</summary>
    public int DiskFrom { get; set; } = 20_000;
}
