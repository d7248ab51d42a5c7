using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Answers commands that another area brings to the chat, such as those of the digests. Safe to share between threads.</summary>
internal interface ICommandHandler
{
    /// <summary>The names of its commands, as <see cref="ChatRequest.Command.Name"/> carries them.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The reply to one of them.</summary>
    Task<ChatReply> HandleAsync(RequestContext context, ChatRequest.Command command, CancellationToken cancellationToken);
}
