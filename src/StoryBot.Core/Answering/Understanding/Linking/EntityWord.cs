using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>A word of an entity's name as the pack writes it, and from when it may be told.</summary>
internal sealed record EntityWord(string Text, DateTimeOffset? VisibleFrom)
{
    /// <summary>Whether the reader may be told of it.</summary>
    public bool IsVisible(ReaderScope scope) => scope.IsCleared || VisibleFrom is not { } from || from <= scope.Now;
}
