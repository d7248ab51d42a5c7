namespace StoryBot.Core.Knowledge.Store;

/// <summary>Where the knowledge is and how it is followed.</summary>
public sealed record KnowledgeStoreOptions
{
    /// <summary>The folder that holds the story folders, or one story folder.</summary>
    public required string Folder { get; init; }

    /// <summary>How packs are loaded.</summary>
    public KnowledgePipelineOptions Pipeline { get; init; } = new();

    /// <summary>How long the files must be left alone before they are read again: from zero; default half a second.</summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromMilliseconds(500);
}
