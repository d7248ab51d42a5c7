namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>What <c>story.yaml</c> says: what the story is, as of when, and who and what appears in it. Immutable.</summary>
public sealed record Story
{
    /// <summary>The story's id.</summary>
    public required StoryId Id { get; init; }

    /// <summary>A short title for people.</summary>
    public required string Title { get; init; }

    /// <summary>A few sentences for people.</summary>
    public required string Summary { get; init; }

    /// <summary>The date up to which the curators have followed the story.</summary>
    public required StoryDate AsOf { get; init; }

    /// <summary>The date that an answer holds for: <see cref="AsOf"/>, or an earlier one from which the reader looks.</summary>
    public StoryDate AsOfFor(ReaderScope scope)
    {
        var asked = scope.AsOf is { } moment ? new StoryDate(moment, DatePrecision.Day) : AsOf;
        return asked < AsOf ? asked : AsOf;
    }

    /// <summary>The people, organisations, products and so on of the story, each name once.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];
}
