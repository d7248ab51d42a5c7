using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>What the files of a pack say, as far as they could be read; not checked yet.</summary>
internal sealed class PackContents
{
    /// <summary>The folder that was read.</summary>
    public required PackFolder Folder { get; init; }

    /// <summary>The story; null where <c>story.yaml</c> could not be read.</summary>
    public required Story? Story { get; init; }

    /// <summary>The sources in file order; an id may stand twice.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>The records in file order: claims, quotes, market facts; an id may stand twice.</summary>
    public required IReadOnlyList<KnowledgeRecord> Records { get; init; }

    /// <summary>The ids of the records.</summary>
    public required RecordDirectory Directory { get; init; }

    /// <summary>The full texts.</summary>
    public required SourceTexts Texts { get; init; }

    /// <summary>Where everything stands.</summary>
    public required LineMap Lines { get; init; }
}
