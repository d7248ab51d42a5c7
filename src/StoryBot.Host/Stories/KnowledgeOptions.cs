using System.ComponentModel.DataAnnotations;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Store;

namespace StoryBot.Host.Stories;

/// <summary>Where the knowledge is.</summary>
internal sealed class KnowledgeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Knowledge";

    /// <summary>The folder that holds one folder per story, or a story's own folder. Default: <c>knowledge</c>.</summary>
    [Required(ErrorMessage = "Knowledge:Path is empty; name the folder that holds the stories.")]
    public string Path { get; set; } = "knowledge";

    /// <summary>The story that is meant when none is named. Default: the only one there is.</summary>
    public string? DefaultStory { get; set; }

    /// <summary>The folder for what can be built again, such as the indexes of large packs. Default: the user's cache folder.</summary>
    public string? CacheDirectory { get; set; }

    /// <summary>The folder that is meant by <see cref="CacheDirectory"/>; null where there is none to keep anything in.</summary>
    public string? Cache => string.IsNullOrEmpty(CacheDirectory) ? KnowledgePipelineOptions.DefaultCacheDirectory : CacheDirectory;

    /// <summary>The store of one of the folders: the knowledge folder or a story's.</summary>
    public KnowledgeStoreOptions Store(string folder) => new() { Folder = folder, Pipeline = new KnowledgePipelineOptions { CacheDirectory = Cache } };
}
