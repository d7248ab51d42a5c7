using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Importing;

/// <summary>One document as its line gives it, checked.</summary>
internal sealed record ImportDocument
{
    /// <summary>The id of the source that it becomes.</summary>
    public required SourceId Id { get; init; }

    /// <summary>The title on one line; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>The full text as it came; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>Where it can be read.</summary>
    public Uri? Url { get; init; }

    /// <summary>When it was published.</summary>
    public StoryDate? Published { get; init; }
}
