using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>One way to write an entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Match">What kind of form it is.</param>
/// <param name="Rule">When the form counts.</param>
/// <param name="VisibleFrom">The instant before which only cleared readers may be told of it; null when there is none.</param>
internal sealed record EntityForm(Entity Entity, EntityMatch Match, FormRule Rule, DateTimeOffset? VisibleFrom)
{
    /// <summary>Whether the entity comes from the records alone, not from the story's own list.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Whether the reader may be told of it.</summary>
    public bool IsVisible(ReaderScope scope) => scope.IsCleared || VisibleFrom is not { } from || from <= scope.Now;
}
