using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Stories;

/// <summary>
/// Which story a conversation is about: what <c>use</c> turned it to, what configuration binds its channel or workspace to, the default,
/// or the only one. Safe to share between threads.
/// </summary>
internal sealed class StoryChooser(IStories stories, IOptions<ChatOptions> options, TimeProvider clock, IChannelStories? kept = null)
{
    private const int MostChoices = 100_000;

    // A channel stays with its story; only the count bounds what is remembered.
    private readonly BoundedMemory<(PlatformId, string, string), StoryId> _chosen = new(MostChoices, TimeSpan.FromDays(365), clock);

    /// <summary>The stories there are.</summary>
    public IStories Stories => stories;

    /// <summary>The conversation's story, or what to say where there is none.</summary>
    public (ChatStory? Story, string? Problem) Choose(ConversationKey conversation)
    {
        var all = stories.All;
        if (all.Count == 0)
        {
            return (null, stories.IsLoading
                ? "I am still loading the knowledge. Please ask again in a moment."
                : "There is no story that I can answer from: its files have errors, or there are none. Whoever runs me sees why with `knowledge lint`.");
        }

        if (Wanted(conversation) is { } wanted)
        {
            return Find(wanted) is { } story
                ? (story, null)
                : (null, stories.IsLoading
                    ? $"I am still loading the story \"{wanted}\". Please ask again in a moment."
                    : $"This conversation is about the story \"{wanted}\", which is not loaded. {Offer(all)}");
        }

        return all.Count == 1 && !stories.IsLoading ? (all[0], null) : (null, $"Which story do you mean? {Offer(all)}");
    }

    /// <summary>Turns a channel, or a direct conversation, to a story.</summary>
    public async ValueTask UseAsync(ConversationKey conversation, StoryId story, CancellationToken cancellationToken)
    {
        _chosen.Put(KeyOf(conversation), story);
        if (kept is not null)
        {
            await kept.SetAsync(conversation, story, cancellationToken);
        }
    }

    /// <summary>Learns what the channel was turned to before this process started, or on another replica.</summary>
    public async ValueTask CatchUpAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        // With one story there is nothing to choose.
        if (kept is not null && stories.All.Count > 1 && await kept.FindAsync(conversation, cancellationToken) is { } story)
        {
            _chosen.Put(KeyOf(conversation), story);
        }
    }

    /// <summary>The story with this id, or null.</summary>
    public ChatStory? Find(StoryId id) => stories.All.FirstOrDefault(story => story.Id == id);

    /// <summary>The stories by id and title, and how to choose.</summary>
    public static string Offer(IReadOnlyList<ChatStory> all) =>
        $"There {(all.Count == 1 ? "is" : "are")}: {string.Join("; ", all.Select(story => $"{story.Id} ({story.Title})"))}. Choose with /story use <id>.";

    private StoryId? Wanted(ConversationKey conversation)
    {
        if (_chosen.TryGet(KeyOf(conversation), out var chosen))
        {
            return chosen;
        }

        var bound = options.Value.Stories;
        return bound.TryGetValue(conversation.Channel, out var story) || bound.TryGetValue(conversation.Workspace, out story)
            ? new StoryId(story)
            : stories.Default;
    }

    private static (PlatformId, string, string) KeyOf(ConversationKey conversation) => (conversation.Platform, conversation.Workspace, conversation.Channel);
}
