using System.Collections.Concurrent;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Chatting;

/// <summary>The stories of a terminal: the one to begin with, and others once they are turned to, so that nobody waits for what is not asked.</summary>
internal sealed class TerminalStories(StoryOpener opener) : IStories, IDisposable
{
    private readonly ConcurrentDictionary<StoryId, OpenedStory> _opened = [];

    /// <inheritdoc/>
    public IReadOnlyList<ChatStory> All => [.. _opened.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => pair.Value.Chat)];

    /// <inheritdoc/>
    public bool IsLoading => false;

    /// <inheritdoc/>
    public StoryId? Default { get; private set; }

    /// <summary>The ids of the stories that can be turned to.</summary>
    public IReadOnlyList<string> Ids => opener.List();

    /// <summary>Opens the story with this id, or without one that to begin with, unless it is open.</summary>
    /// <exception cref="UserMistake">There is none such.</exception>
    public ChatStory Open(string? id, CancellationToken cancellationToken)
    {
        if (id is not null && _opened.TryGetValue(new StoryId(id), out var known))
        {
            return known.Chat;
        }

        var story = opener.Open(id, cancellationToken);
        _opened[story.Snapshot.Story.Id] = story;
        Default ??= story.Snapshot.Story.Id;
        return story.Chat;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var story in _opened.Values)
        {
            story.Dispose();
        }
    }
}
