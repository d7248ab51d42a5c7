using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Stories;

/// <summary>The stories in service. What it gives changes when knowledge is reloaded; each story that it gave stays usable. Safe to share between threads.</summary>
public interface IStories
{
    /// <summary>The stories that can be asked, in order of their ids; none while the knowledge is loading, or when none is good.</summary>
    IReadOnlyList<ChatStory> All { get; }

    /// <summary>Whether knowledge is still being loaded, so that there may be more stories soon.</summary>
    bool IsLoading { get; }

    /// <summary>The story that is meant where none is chosen; null when nothing says so.</summary>
    StoryId? Default { get; }
}
