namespace StoryBot.Core.Knowledge.Importing;

/// <summary>Which documents go into which pack.</summary>
public sealed record ImportRequest
{
    /// <summary>
    /// The file of documents: UTF-8, one JSON object a line with <c>id</c>, <c>title</c> and <c>text</c>, and optionally
    /// <c>url</c>, <c>published</c> (ISO 8601) and <c>publisher</c>.
    /// </summary>
    public required string Documents { get; init; }

    /// <summary>The story's folder; made, with a <c>story.yaml</c>, where it does not exist. Its name is then the story's id.</summary>
    public required string Folder { get; init; }

    /// <summary>The title of a new story; default: its id.</summary>
    public string? Title { get; init; }
}
