using Microsoft.EntityFrameworkCore;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Access;

namespace StoryBot.Storage;

/// <summary>The stories that channels were turned to, by all replicas. Safe to share between threads.</summary>
internal sealed class StoredChannelStories(StoreAccess store) : IChannelStories
{
    /// <inheritdoc/>
    public async ValueTask<StoryId?> FindAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        try
        {
            var story = await store.ReadAsync(
                (context, token) => context.ChannelStories
                    .Where(row => row.Platform == conversation.Platform.Value && row.Workspace == conversation.Workspace && row.Channel == conversation.Channel)
                    .Select(row => row.Story)
                    .FirstOrDefaultAsync(token),
                cancellationToken);
            return story is null ? null : new StoryId(story);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public ValueTask SetAsync(ConversationKey conversation, StoryId story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return store.WriteSoonAsync(
            (context, token) => context.Database.ExecuteSqlInterpolatedAsync(
                $"""
                INSERT INTO "ChannelStories" ("Platform", "Workspace", "Channel", "Story")
                VALUES ({conversation.Platform.Value}, {conversation.Workspace}, {conversation.Channel}, {story.Value})
                ON CONFLICT ("Platform", "Workspace", "Channel") DO UPDATE SET "Story" = excluded."Story"
                """,
                token),
            cancellationToken);
    }
}
