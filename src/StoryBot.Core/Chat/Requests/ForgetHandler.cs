using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Deletes what is kept of a person who asks for it. Safe to share between threads.</summary>
internal sealed class ForgetHandler(IEnumerable<IPersonalData> kept)
{
    /// <summary>Deletes it and says so.</summary>
    public async Task<ChatReply> ForgetAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        foreach (var data in kept)
        {
            await data.ForgetAsync(chatEvent.Id.Platform, chatEvent.Person.Id, cancellationToken);
        }

        return ChatReply.Note(
            ReplyAudience.Asker,
            "Done: I have deleted your questions, my answers to them and your feedback. The messages themselves stay where they were posted, and I can no longer correct them.");
    }
}
